package dev.lockstep.ui.exporting;

import dev.lockstep.transfer.formats.ExportFormats;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportScreenTest extends ToolkitTest {
    @TempDir
    Path folder;

    private OpenVault vault;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("Acme.lockstep"));
        SecretCollection first = vault.collections().all().getFirst();
        vault.collections().change(new SecretCollection(first.id(), "Acme", "production", "free"));
        TestVaults.add(vault, "ONE", "first");
        TestVaults.add(vault, "TWO", "second");
        TestVaults.add(vault, "not a variable", "third");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void theFormIsDrawnForEverySortOfFormat() {
        for (String format : List.of("dotenv", "bundle", "kubernetes", "env-example")) {
            picture("export-" + format, () -> model(format));
        }
    }

    @Test
    void workIsDrawn() {
        picture("export-working", () -> {
            Background never = new Background(work -> {}, Runnable::run, (delay, action) -> () -> {});
            ExportViewModel model = model("dotenv", never);
            model.export();
            return model;
        });
    }

    @Test
    void whatCannotBeWrittenIsDrawn() {
        picture("export-refused", () -> {
            ExportViewModel model = model("dotenv");
            model.export();
            return model;
        });
        picture("export-exists", () -> {
            ExportViewModel model = model("env-example");
            try {
                Files.writeString(model.form().target().file().orElseThrow(), "there");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            model.export();
            model.leaveOut();
            return model;
        });
        picture("export-failed", () -> {
            ExportViewModel model = model("json");
            model.form()
                    .target()
                    .pathProperty()
                    .set(folder.resolve("gone/x.env").toString());
            model.export();
            return model;
        });
    }

    @Test
    void theEndIsDrawn() {
        picture("export-done", () -> {
            ExportViewModel model = model("dotenv");
            model.export();
            model.leaveOut();
            model.replace();
            model.leaveOut();
            return model;
        });
    }

    private ExportViewModel model(String format) {
        return model(format, new ManualTime().background());
    }

    private ExportViewModel model(String format, Background background) {
        ExportViewModel model = new ExportViewModel(
                new ExportViewModel.Surroundings(
                        vault,
                        background,
                        new SecureRandom(),
                        LocalDate.of(2026, 5, 2),
                        ExportFormats.all(),
                        () -> TestVaults.CHEAP),
                new ExportViewModel.Start(List.of(), Optional.of(Query.ALL), folder),
                new ExportViewModel.Exits(Optional.of(shown -> {}), () -> {}));
        model.form().formatProperty().set(ExportFormats.of(format).orElseThrow());
        return model;
    }

    private static void picture(String name, Supplier<ExportViewModel> model) {
        for (double[] size : new double[][] {{1280, 800}, {900, 600}}) {
            Screens.write(
                    name + "-" + (int) size[0],
                    () -> {
                        StackPane host = new StackPane();
                        Sheet.over(host, new ExportView(model.get()).root());
                        return host;
                    },
                    size[0],
                    size[1]);
        }
    }
}
