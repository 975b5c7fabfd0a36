package dev.lockstep.ui.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportFormat.Need;
import dev.lockstep.transfer.csv.CsvFormat;
import dev.lockstep.transfer.csv.CsvPreview;
import dev.lockstep.transfer.dotenv.DotenvFormat;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Importing.Choice;
import dev.lockstep.vault.Importing.Comparison;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.words.ImportWords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    @TempDir
    Path folder;

    private OpenVault vault;
    private Path file;
    private int closed;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("Acme.lockstep"));
        TestVaults.add(vault, "SAME", "as before");
        TestVaults.add(vault, "OTHER", "old value");
        file = folder.resolve(".env");
        Files.writeString(file, "FRESH=\"new\\nlines \"\nSAME=as before\nOTHER=new value\n");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void eachRowIsComparedAndTheProposalLosesNothing() {
        ImportViewModel model = model(file);

        assertInstanceOf(Stage.Preview.class, model.stageProperty().get());
        assertEquals(
                List.of(Comparison.NEW, Comparison.SAME, Comparison.DIFFERS),
                rows(model).stream().map(ImportRow::comparison).toList());
        assertEquals(
                List.of(Choice.ADD, Choice.SKIP, Choice.SKIP), model.comparing().choices());
        assertEquals(new Tally(1, 0, 2), model.comparing().tallyProperty().get());
    }

    @Test
    void whatIsChosenIsWrittenByteForByteAndSummedUp() throws Exception {
        ImportViewModel model = model(file);
        model.comparing().choose(Bulk.ADD_AND_REPLACE);

        model.write();

        Stage.Done done =
                assertInstanceOf(Stage.Done.class, model.stageProperty().get());
        assertEquals(new Tally(1, 1, 1), done.tally());
        assertEquals("3 values become secrets.", Parts.taken(done.holdings()));
        assertEquals("new value", value("OTHER"));
        assertEquals("new\nlines ", value("FRESH"));
        assertTrue(Files.exists(file), "the source is never deleted");
    }

    @Test
    void rowsCanBeTurned() {
        ImportViewModel model = model(file);

        model.comparing().turn(rows(model));

        assertEquals(
                List.of(Choice.SKIP, Choice.SKIP, Choice.REPLACE),
                model.comparing().choices());
        assertEquals(new Tally(0, 1, 2), model.comparing().tallyProperty().get());
    }

    @Test
    void anotherCollectionIsComparedAnew() throws Exception {
        CollectionId target =
                vault.collections().add("Acme", "staging", "upper-snake").id();
        ImportViewModel model = model(file);
        SecretCollection chosen = model.collections().stream()
                .filter(collection -> collection.id().equals(target))
                .findFirst()
                .orElseThrow();

        model.targetProperty().set(chosen);

        assertEquals(new Tally(3, 0, 0), model.comparing().tallyProperty().get());
    }

    @Test
    void nothingIsWrittenWhileRowsAreComparedWithAnotherCollection() throws Exception {
        vault.collections().add("Acme", "staging", "upper-snake");
        LinkedBlockingQueue<Runnable> late = new LinkedBlockingQueue<>();
        boolean[] slow = new boolean[1];
        ImportViewModel model = model(file, action -> {
            if (slow[0]) {
                late.add(action);
            } else {
                action.run();
            }
        });
        slow[0] = true;

        model.targetProperty().set(model.collections().getLast());
        model.write();

        assertTrue(model.staleProperty().get());
        assertEquals(2, vault.catalog().counts().all());
        late.forEach(Runnable::run);
        assertFalse(model.staleProperty().get());
    }

    @Test
    void namesThatTheCollectionsRuleRefusesAreTold() throws Exception {
        SecretCollection first = vault.collections().all().getFirst();
        vault.collections().change(new SecretCollection(first.id(), "Acme", "", "upper-snake"));
        Files.writeString(file, "lower.case=1\nUPPER=2\n");

        ImportViewModel model = model(file);

        assertTrue(rows(model).getFirst().problem().isPresent());
        assertTrue(rows(model).getLast().problem().isEmpty());
    }

    @Test
    void cancellingWhileItWritesWritesNothing() {
        ImportViewModel[] made = new ImportViewModel[1];
        made[0] = model(file, action -> {
            if (made[0] != null && made[0].stageProperty().get() instanceof Stage.Working) {
                Thread.currentThread().interrupt();
            }
            action.run();
        });
        made[0].comparing().choose(Bulk.ADD_AND_REPLACE);

        made[0].write();

        assertInstanceOf(Stage.Preview.class, made[0].stageProperty().get());
        assertEquals(
                "Cancelled. Nothing was written.", made[0].failureProperty().get());
        assertEquals(2, vault.catalog().counts().all());
        assertFalse(Thread.interrupted());
    }

    @Test
    void closingOverwritesTheValuesThatWereRead() {
        ImportViewModel model = model(file);
        SecretValue value = model.comparing().items().getFirst().value();

        model.close();

        assertThrows(IllegalStateException.class, () -> value.at(0));
        assertEquals(1, closed);
        assertEquals(2, vault.catalog().counts().all());
    }

    @Test
    void whatIsNeitherFileNorFolderIsRefusedInWords() {
        ImportViewModel model = model(folder.resolve("nothing"));

        Stage.Choosing choosing =
                assertInstanceOf(Stage.Choosing.class, model.stageProperty().get());
        assertEquals("This is not a file that can be read. Choose another one.", choosing.problem());
        assertTrue(rows(model).isEmpty());
    }

    @Test
    void theVaultsRefusalIsToldAndTheChoicesStay() throws Exception {
        ImportViewModel model = model(file);
        TestVaults.add(vault, "FRESH", "came in between");

        model.write();

        assertTrue(model.failureProperty().get().contains("VAULT-"), model.failureProperty()::get);
        assertInstanceOf(Stage.Preview.class, model.stageProperty().get());
        assertEquals(3, rows(model).size());
    }

    @Test
    void problemsAreSortedIntoWhatIsLeftOutAndWhatIsToKnow() throws Exception {
        Files.write(file, "A=1\nno assignment\nA=2\n".getBytes(StandardCharsets.UTF_8));
        ImportViewModel model = model(file);
        Sifting sifting = model.comparing().sifting();

        sifting.showProperty().set(Show.LEFT_OUT);

        assertEquals(
                List.of(
                        "Line 1: A \u2013 left out, the same name comes again further down",
                        "Line 2: left out, no equals sign"),
                sifting.problems().stream().map(ImportWords::of).toList());
        assertEquals(2, sifting.count(Show.LEFT_OUT));
        assertEquals(1, sifting.count(Show.NOTES));
        assertEquals(1, sifting.count(Show.ALL));
    }

    @Test
    void rowsAreSiftedByStateAndText() {
        Sifting sifting = model(file).comparing().sifting();

        sifting.showProperty().set(Show.DIFFERS);
        assertEquals(
                List.of("OTHER"), sifting.rows().stream().map(ImportRow::name).toList());

        sifting.showProperty().set(Show.ALL);
        sifting.searchProperty().set(" fre");
        assertEquals(
                List.of("FRESH"), sifting.rows().stream().map(ImportRow::name).toList());
    }

    @Test
    void aPasswordIsAskedForAndAWrongOneKeepsTheQuestion() throws Exception {
        ImportViewModel model = model(paper(), Runnable::run, new PaperFormat(Need.PASSWORD));
        Question asked = asked(model);
        assertTrue(asked.wantsPassword());
        assertFalse(asked.wantsKeyFile());
        assertFalse(asked.isAnswered(false));
        int wipes = model.wipesProperty().get();

        type(model, asked, "open");

        assertEquals(asked, asked(model));
        assertTrue(asked.problemProperty().get().startsWith("The password or the key file"));
        assertTrue(model.wipesProperty().get() > wipes, "what was typed is wiped");

        type(model, asked, PaperFormat.PASSWORD);

        assertInstanceOf(Stage.Preview.class, model.stageProperty().get());
        assertEquals("", asked.problemProperty().get());
        assertEquals(
                List.of("GitHub", "Mail"),
                rows(model).stream().map(ImportRow::name).toList());
        assertFalse(asked.inTheClear());
    }

    @Test
    void aKeyFileMayStandForThePassword() throws Exception {
        ImportViewModel model = model(paper(), Runnable::run, new PaperFormat(Need.PASSWORD_OR_KEY_FILE));
        Question asked = asked(model);
        assertFalse(asked.isAnswered(false));

        asked.keyFile().choose(file);
        type(model, asked, "");

        assertInstanceOf(Stage.Preview.class, model.stageProperty().get());
    }

    @Test
    void whatThereWasIsCountedAndComesWithTagsAndDescription() throws Exception {
        ImportViewModel model = model(paper(), Runnable::run, new PaperFormat());
        model.write();

        Stage.Done done =
                assertInstanceOf(Stage.Done.class, model.stageProperty().get());
        assertEquals("2 passwords become secrets. 2 user names go into descriptions.", Parts.taken(done.holdings()));
        assertEquals(
                "User name: anna",
                vault.catalog()
                        .find(new Query(new Query.Scope.Tagged("Servers"), "", Query.Order.NAME, false))
                        .entry(0)
                        .orElseThrow()
                        .description());
    }

    @Test
    void aTableAsksWhichColumnIsWhatBehindDots() throws Exception {
        Path table = folder.resolve("own.csv");
        Files.writeString(table, "ONE,remark,first value\nTWO,,second value\n");
        ImportViewModel model = model(table, Runnable::run, new CsvFormat());
        Question asked = asked(model);
        assertTrue(asked.wantsColumns());
        CsvPreview seen = asked.mapping().tableProperty().get().orElseThrow();
        assertFalse(seen.heading());
        assertTrue(seen.cells().stream().noneMatch(cell -> cell.contains("value")), "values are masked");

        asked.mapping().columnProperty(Mapping.Role.VALUE).set(Optional.of(0));
        assertFalse(asked.isAnswered(false), "no column can be two things");
        asked.mapping().columnProperty(Mapping.Role.VALUE).set(Optional.of(2));
        asked.mapping().columnProperty(Mapping.Role.DESCRIPTION).set(Optional.of(1));
        type(model, asked, "");
        model.write();

        assertEquals("second value", value("TWO"));
    }

    @Test
    void headingsAreShownOnceSomebodySaysThatTheyAreHeadings() throws Exception {
        Path table = folder.resolve("own.csv");
        Files.writeString(table, "what,which\nONE,1\n");
        ImportViewModel model = model(table, Runnable::run, new CsvFormat());
        Question asked = asked(model);

        model.heading(asked, true);

        assertEquals(
                List.of("what", "which"),
                asked.mapping().tableProperty().get().orElseThrow().cells());
    }

    @Test
    void anotherFormatCanBeChosenForWhatWasRead() throws Exception {
        Path odd = folder.resolve("odd.paper");
        Files.writeString(odd, "A=1\n");
        ImportViewModel model = model(odd, Runnable::run, new PaperFormat(), new DotenvFormat());
        assertEquals("A/Password", rows(model).getFirst().place().path());

        model.askAgain();
        Question asked = asked(model);
        assertTrue(rows(model).isEmpty());
        model.choose(asked, new DotenvFormat());
        type(model, asked, "");

        assertEquals(1, rows(model).getFirst().place().line());
    }

    @Test
    void whatLooksLikeNothingAsksForTheFormat() throws Exception {
        Path odd = folder.resolve("odd.bin");
        Files.writeString(odd, "A=1\n");
        ImportViewModel model = model(odd, Runnable::run, new PaperFormat());

        Question asked = asked(model);

        assertTrue(asked.formatProperty().get().isEmpty());
        assertFalse(asked.isAnswered(false));
    }

    @Test
    void readingIsCalledOffByOneStepBackAndThenEndedByAnother() throws Exception {
        LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            Background background = new Background(worker, screen::add, (delay, action) -> () -> {});
            ImportViewModel model = model(paper(), background, PaperFormat.endless(begun));
            screen.take().run();
            begun.await();
            screen.take().run();
            assertEquals(
                    new Stage.Working(Stage.Work.READING, 1, 2),
                    model.stageProperty().get());

            model.leave();
            screen.take().run();

            asked(model);
            assertEquals(0, closed);
            model.leave();
            assertEquals(1, closed);
        }
    }

    private Path paper() throws Exception {
        Path paper = folder.resolve("secrets.paper");
        Files.writeString(paper, "Servers/GitHub=g\n!Servers/GitHub/plan.pdf\nMail=m\n");
        return paper;
    }

    private static Question asked(ImportViewModel model) {
        return assertInstanceOf(Stage.Asking.class, model.stageProperty().get()).question();
    }

    private static void type(ImportViewModel model, Question asked, String password) {
        try (SecretBuffer typed = new SecretBuffer(100)) {
            typed.insert(0, password);
            model.read(asked, typed);
        }
    }

    private static List<ImportRow> rows(ImportViewModel model) {
        return model.comparing().sifting().all();
    }

    private ImportViewModel model(Path source) {
        return model(source, Runnable::run);
    }

    private ImportViewModel model(Path source, Executor worker, ImportFormat... formats) {
        return model(source, new Background(worker, Runnable::run, (delay, action) -> () -> {}), formats);
    }

    private ImportViewModel model(Path source, Background background, ImportFormat... formats) {
        List<ImportFormat> known = formats.length == 0 ? List.of(new DotenvFormat()) : List.of(formats);
        return new ImportViewModel(
                new ImportViewModel.Surroundings(vault, background, known, CsvPreview::of),
                new ImportViewModel.Start(Optional.of(source), Optional.empty()),
                new ImportViewModel.Exits(Optional.empty(), () -> closed++));
    }

    private String value(String name) throws Exception {
        Catalog.Hits hits = vault.catalog().find(new Query(Query.ALL.scope(), name, Query.Order.NAME, false));
        SecretId id = hits.id(0);
        return TestVaults.text(vault.secrets().reveal(id));
    }
}
