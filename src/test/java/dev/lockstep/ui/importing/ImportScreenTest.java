package dev.lockstep.ui.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Importing.Comparison;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportScreenTest extends ToolkitTest {
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
        picture("import-choose", () -> new ImportView(model(Optional.empty())).root());
        picture("import-refused", () -> new ImportView(model(Optional.of(folder))).root());
    }

    @Test
    void thePreviewIsDrawn() {
        ImportViewModel model = model(Optional.of(file));
        assertEquals(
                Comparison.SAME,
                model.comparing().rows().stream()
                        .filter(row -> row.name().equals("REDIS_PASSWORD"))
                        .findFirst()
                        .orElseThrow()
                        .comparisonProperty()
                        .get());
        picture("import-preview", () -> new ImportView(model(Optional.of(file))).root());
    }

    @Test
    void theSummaryIsDrawn() {
        picture("import-done", () -> {
            ImportViewModel model = model(Optional.of(file));
            model.comparing().choose(Bulk.ADD_AND_REPLACE);
            model.write();
            takeBack();
            return new ImportView(model).root();
        });
    }

    /** The next picture finds the vault as it was. */
    private void takeBack() {
        try {
            List<SecretId> ids = new ArrayList<>();
            Catalog.Hits hits = vault.catalog().find(Query.ALL);
            for (int i = 0; i < hits.size(); i++) {
                ids.add(hits.id(i));
            }
            vault.secrets().trash(ids);
            TestVaults.add(vault, "SENTRY_DSN", "https://one.example/1");
        } catch (VaultException e) {
            throw new AssertionError(e);
        }
    }

    private ImportViewModel model(Optional<Path> start) {
        return new ImportViewModel(
                vault,
                new ManualTime().background(),
                new ImportViewModel.Start(start, Optional.empty()),
                new ImportViewModel.Exits(id -> {}, () -> {}));
    }

    private static void picture(String name, Supplier<Parent> content) {
        for (double[] size : new double[][] {{1280, 800}, {900, 600}}) {
            Screens.write(
                    name + "-" + (int) size[0],
                    () -> {
                        StackPane host = new StackPane();
                        Sheet.over(host, content.get());
                        return host;
                    },
                    size[0],
                    size[1]);
        }
    }
}
