package dev.lockstep.ui.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportFormat.Need;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.csv.CsvPreview;
import dev.lockstep.transfer.formats.Formats;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Importing.Comparison;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableRow;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportScreenTest extends ToolkitTest {
    private static final int MANY = 100_000;

    @TempDir
    Path folder;

    private OpenVault vault;
    private Path file;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("Acme.lockstep"));
        SecretCollection first = vault.collections().all().getFirst();
        vault.collections().change(new SecretCollection(first.id(), "Acme", "production", "upper-snake"));
        TestVaults.add(vault, "SENTRY_DSN", "https://one.example/1");
        TestVaults.add(vault, "REDIS_PASSWORD", "same as before");
        TestVaults.add(vault, "JWT_SIGNING_KEY", "another one");
        file = folder.resolve(".env.production");
        Files.writeString(file, """
                # Acme, production
                AWS_ACCESS_KEY_ID=AKIA0OlI1EXAMPLE
                AWS_SECRET_ACCESS_KEY="wJalrXUtnFEMI/K7MDENG" # rotated in May
                export DATABASE_URL='postgres://app:pw@db.internal/app'
                DATADOG_API_KEY=0123456789abcdef
                EMPTY=
                JWT_SIGNING_KEY="-----BEGIN KEY-----
                MIIB
                -----END KEY-----"
                REDIS_PASSWORD=same as before
                SENTRY_DSN=https://two.example/2
                sendgrid.key=SG.0OlI1
                MAIL_FROM="${USER}@acme.example"
                this line is no assignment
                SLACK_BOT_TOKEN=xoxb-0OlI1
                SLACK_BOT_TOKEN=xoxb-0OlI2
                """);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void theChoiceOfAFileIsDrawn() {
        picture("import-choose", () -> model(Optional.empty()));
        picture("import-refused", () -> model(Optional.of(folder.resolve("nothing"))));
    }

    @Test
    void theQuestionsAreDrawn() throws Exception {
        Path paper = Files.writeString(folder.resolve("servers.paper"), "Servers/GitHub=g\n");
        picture("import-password", () -> model(paper, new PaperFormat(Need.PASSWORD_OR_KEY_FILE)));
        Path table = Files.writeString(folder.resolve("own.csv"), "ONE,remark,value\nTWO,,value\n");
        picture("import-columns", () -> model(Optional.of(table)));
        Path odd = Files.write(folder.resolve("odd.bin"), new byte[100]);
        picture("import-unknown", () -> model(Optional.of(odd)));
    }

    @Test
    void workIsDrawn() {
        picture(
                "import-working",
                () -> new ImportViewModel(
                        around(new Background(never -> {}, Runnable::run, (delay, action) -> () -> {})),
                        new ImportViewModel.Start(Optional.of(file), Optional.empty()),
                        exits()));
    }

    @Test
    void thePreviewIsDrawn() throws Exception {
        picture("import-preview", () -> model(Optional.of(file)));
        picture("import-left-out", () -> {
            ImportViewModel model = model(Optional.of(file));
            model.comparing().sifting().showProperty().set(Show.LEFT_OUT);
            return model;
        });
        Path paper = Files.writeString(
                folder.resolve("servers.paper"),
                "Servers/Production/Europe/GitHub=g\n!Servers/GitHub/plan.pdf\nMail=m\n");
        picture("import-items", () -> model(paper, new PaperFormat()));
    }

    @Test
    void theSummaryIsDrawn() {
        ImportViewModel model = model(Optional.of(file));
        model.comparing().choose(Bulk.ADD_AND_REPLACE);
        model.write();
        assertTrue(model.stageProperty().get() instanceof Stage.Done);
        picture("import-done", () -> model);
    }

    @Test
    void ofAHundredThousandRowsAndProblemsOnlyThoseInSightAreMade() {
        Comparing comparing = new Comparing();
        try (Gathering gathering = new Gathering()) {
            for (int i = 0; i < MANY; i++) {
                gathering.add(
                        Holding.Thing.VALUE,
                        new ImportEntry("KEY_" + i, TestVaults.value(""), Place.line(i), ImportEntry.Extras.NONE));
                gathering.note(Place.line(i), ImportProblem.Kind.NOT_TEXT, Optional.empty());
            }
            comparing.fill(gathering.finish());
        }
        comparing.compared(comparing
                .rows()
                .of(
                        IntStream.range(0, MANY).mapToObj(i -> Comparison.NEW).toList(),
                        vault.collections().all().getFirst()));

        int[] made = onFx(() -> {
            RowTable table = new RowTable(comparing, () -> {});
            comparing.sifting().showProperty().set(Show.NOTES);
            ProblemList problems = new ProblemList(comparing.sifting().problems());
            comparing.sifting().showProperty().set(Show.ALL);
            StackPane root = new StackPane(table.node());
            new Scene(root, 800, 600);
            root.applyCss();
            root.layout();
            int rows = count(table.node(), TableRow.class);
            comparing.sifting().showProperty().set(Show.NOTES);
            root.getChildren().setAll(problems.node());
            root.applyCss();
            root.layout();
            return new int[] {
                rows,
                count(problems.node(), ListCell.class),
                problems.node().getItems().size()
            };
        });
        comparing.clear();

        assertTrue(made[0] > 0 && made[0] < 50, () -> made[0] + " rows");
        assertTrue(made[1] > 0 && made[1] < 50, () -> made[1] + " cells");
        assertEquals(MANY, made[2]);
    }

    private static int count(Node node, Class<?> type) {
        List<Node> found = new ArrayList<>(List.of(node));
        int count = 0;
        for (int i = 0; i < found.size(); i++) {
            count += type.isInstance(found.get(i)) ? 1 : 0;
            if (found.get(i) instanceof Parent parent) {
                found.addAll(parent.getChildrenUnmodifiable());
            }
        }
        return count;
    }

    private ImportViewModel model(Optional<Path> start) {
        return new ImportViewModel(
                around(new ManualTime().background()), new ImportViewModel.Start(start, Optional.empty()), exits());
    }

    private ImportViewModel model(Path source, ImportFormat format) {
        List<ImportFormat> formats = new ArrayList<>(Formats.all());
        formats.add(format);
        return new ImportViewModel(
                new ImportViewModel.Surroundings(vault, new ManualTime().background(), formats, CsvPreview::of),
                new ImportViewModel.Start(Optional.of(source), Optional.empty()),
                exits());
    }

    private ImportViewModel.Surroundings around(Background background) {
        return new ImportViewModel.Surroundings(vault, background, Formats.all(), CsvPreview::of);
    }

    private static ImportViewModel.Exits exits() {
        return new ImportViewModel.Exits(Optional.of(shown -> {}), () -> {});
    }

    private static void picture(String name, Supplier<ImportViewModel> model) {
        for (double[] size : new double[][] {{1280, 800}, {900, 600}}) {
            Screens.write(
                    name + "-" + (int) size[0],
                    () -> {
                        StackPane host = new StackPane();
                        Sheet.over(host, new ImportView(model.get()).root());
                        return host;
                    },
                    size[0],
                    size[1]);
        }
    }
}
