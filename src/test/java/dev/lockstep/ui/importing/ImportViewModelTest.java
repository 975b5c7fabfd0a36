package dev.lockstep.ui.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    @TempDir
    Path folder;

    private OpenVault vault;
    private Path file;
    private final List<CollectionId> imported = new ArrayList<>();
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
        ImportViewModel model = model(Runnable::run);

        assertInstanceOf(Stage.Preview.class, model.stageProperty().get());
        assertEquals(
                List.of(Comparison.NEW, Comparison.SAME, Comparison.DIFFERS),
                model.comparing().rows().stream()
                        .map(row -> row.comparisonProperty().get())
                        .toList());
        assertEquals(
                List.of(Choice.ADD, Choice.SKIP, Choice.SKIP), model.comparing().choices());
        assertEquals(new Tally(1, 0, 2), model.comparing().tallyProperty().get());
    }

    @Test
    void whatIsChosenIsWrittenByteForByteAndSummedUp() throws Exception {
        ImportViewModel model = model(Runnable::run);
        model.comparing().choose(Bulk.ADD_AND_REPLACE);

        model.write();

        Stage.Done done =
                assertInstanceOf(Stage.Done.class, model.stageProperty().get());
        assertEquals(new Tally(1, 1, 1), done.tally());
        assertEquals("new value", value("OTHER"));
        assertEquals("new\nlines ", value("FRESH"));
        assertEquals(List.of(TestVaults.collection(vault)), imported);
    }

    @Test
    void oneRowCanBeTurned() {
        ImportViewModel model = model(Runnable::run);

        model.comparing().rows().forEach(ImportRow::turn);

        assertEquals(
                List.of(Choice.SKIP, Choice.SKIP, Choice.REPLACE),
                model.comparing().choices());
        assertEquals(new Tally(0, 1, 2), model.comparing().tallyProperty().get());
    }

    @Test
    void anotherCollectionIsComparedAnew() throws Exception {
        CollectionId target =
                vault.collections().add("Acme", "staging", "upper-snake").id();
        ImportViewModel model = model(Runnable::run);
        SecretCollection chosen = model.collections().stream()
                .filter(collection -> collection.id().equals(target))
                .findFirst()
                .orElseThrow();

        model.targetProperty().set(chosen);

        assertEquals(new Tally(3, 0, 0), model.comparing().tallyProperty().get());
    }

    @Test
    void namesThatTheCollectionsRuleRefusesAreTold() throws Exception {
        SecretCollection first = vault.collections().all().getFirst();
        vault.collections().change(new SecretCollection(first.id(), "Acme", "", "upper-snake"));
        Files.writeString(file, "lower.case=1\nUPPER=2\n");

        ImportViewModel model = model(Runnable::run);

        assertTrue(model.comparing().rows().getFirst().problemProperty().get().isPresent());
        assertTrue(model.comparing().rows().getLast().problemProperty().get().isEmpty());
    }

    @Test
    void cancellingWhileItWritesWritesNothing() {
        ImportViewModel[] made = new ImportViewModel[1];
        made[0] = model(action -> {
            if (made[0] != null && made[0].stageProperty().get() instanceof Stage.Writing) {
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
        ImportViewModel model = model(Runnable::run);
        SecretValue value = model.comparing().items().getFirst().value();

        model.close();

        assertThrows(IllegalStateException.class, () -> value.at(0));
        assertEquals(1, closed);
        assertEquals(2, vault.catalog().counts().all());
    }

    @Test
    void aFolderIsRefusedInWords() {
        ImportViewModel model = model(Runnable::run);

        model.read(folder);

        Stage.Choosing choosing =
                assertInstanceOf(Stage.Choosing.class, model.stageProperty().get());
        assertEquals("This is not a file that can be read. Choose another one.", choosing.problem());
        assertTrue(model.comparing().rows().isEmpty());
    }

    @Test
    void theVaultsRefusalIsToldAndTheChoicesStay() throws Exception {
        ImportViewModel model = model(Runnable::run);
        TestVaults.add(vault, "FRESH", "came in between");

        model.write();

        assertTrue(model.failureProperty().get().contains("VAULT-"), model.failureProperty()::get);
        assertInstanceOf(Stage.Preview.class, model.stageProperty().get());
        assertEquals(3, model.comparing().rows().size());
    }

    @Test
    void linesThatCannotBeReadAreListed() throws Exception {
        Files.write(file, "A=1\nno assignment\nA=2\n".getBytes(StandardCharsets.UTF_8));

        ImportViewModel model = model(Runnable::run);

        assertEquals(
                List.of(
                        "Line 1: A \u2013 left out, the same name comes again further down",
                        "Line 2: left out, no equals sign",
                        "Line 3: A \u2013 this line counts, the same name stands further up"),
                model.comparing().problems().stream().map(ImportWords::of).toList());
    }

    private ImportViewModel model(Executor worker) {
        Background background = new Background(worker, Runnable::run, (delay, action) -> () -> {});
        return new ImportViewModel(
                vault,
                background,
                new ImportViewModel.Start(Optional.of(file), Optional.empty()),
                new ImportViewModel.Exits(imported::add, () -> closed++));
    }

    private String value(String name) throws Exception {
        Catalog.Hits hits = vault.catalog().find(new Query(Query.ALL.scope(), name, Query.Order.NAME, false));
        SecretId id = hits.id(0);
        return TestVaults.text(vault.secrets().reveal(id));
    }
}
