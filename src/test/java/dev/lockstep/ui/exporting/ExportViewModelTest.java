package dev.lockstep.ui.exporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.model.SecretId;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.bundle.BundleFormat;
import dev.lockstep.transfer.export.ExportFormat.Objection;
import dev.lockstep.transfer.formats.ExportFormats;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.words.RefusalWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    @TempDir
    Path folder;

    private OpenVault vault;
    private SecretId one;
    private SecretId two;
    private int closed;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("Acme.lockstep"));
        SecretCollection first = vault.collections().all().getFirst();
        vault.collections().change(new SecretCollection(first.id(), "Acme", "production", "free"));
        one = TestVaults.add(vault, "ONE", "first").id();
        two = TestVaults.add(vault, "TWO", "second").id();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void severalSelectedSecretsAreProposedAndOneIsNot() {
        Form several = model(List.of(one, two), Query.ALL).form();
        Form single = model(List.of(one), Query.ALL).form();

        assertEquals(
                new Choice.Selected(List.of(one, two)), several.choiceProperty().get());
        assertEquals(new Choice.All(), single.choiceProperty().get());
        assertTrue(single.choices().contains(new Choice.Selected(List.of(one))));
    }

    @Test
    void theCollectionThatIsListedIsProposedAndNamesTheFile() {
        SecretCollection listed = vault.collections().all().getFirst();
        Query query = new Query(new Query.Scope.InCollection(listed.id()), "", Query.Order.NAME, false);

        Form form = model(List.of(), query).form();

        assertEquals(new Choice.InCollection(listed), form.choiceProperty().get());
        assertEquals(
                Optional.of(folder.resolve("Acme-production-2026-05-02.env")),
                form.target().file());
    }

    @Test
    void whatASearchFoundIsProposedAsSuch() {
        Form form = model(List.of(), new Query(new Query.Scope.All(), "tw", Query.Order.NAME, false))
                .form();

        assertEquals(1, form.count(form.choiceProperty().get()));
        assertEquals(2, form.count(new Choice.All()));
    }

    @Test
    void theProposedNameFollowsTheFormatUntilTheUserSaysAnother() {
        Form form = model(List.of(), Query.ALL).form();
        format(form, "env-example");
        assertTrue(form.target().pathProperty().get().endsWith("2026-05-02.env.example"));

        form.target().pathProperty().set("own");
        format(form, "dotenv");

        assertEquals(Optional.of(folder.resolve("own")), form.target().file());
    }

    @Test
    void secretsAreWrittenAndTheLogTellsOfIt() throws Exception {
        ExportViewModel model = model(List.of(), Query.ALL);
        long before = vault.audit().size();

        model.export();

        Stage.Done done =
                assertInstanceOf(Stage.Done.class, model.stageProperty().get());
        assertEquals(2, done.secrets());
        assertTrue(Files.readString(done.file()).contains("second"));
        assertTrue(vault.audit().size() > before);
    }

    @Test
    void whatTheFormatCannotHoldIsToldBeforeAnythingIsWrittenAndMayBeLeftOut() throws Exception {
        TestVaults.add(vault, "not a variable", "third");
        ExportViewModel model = model(List.of(), Query.ALL);
        Path file = model.form().target().file().orElseThrow();

        model.export();

        Stage.Refused refused =
                assertInstanceOf(Stage.Refused.class, model.stageProperty().get());
        assertTrue(RefusalWords.of(refused.refusals().getFirst()).startsWith("not a variable: not a variable name"));
        assertFalse(Files.exists(file));

        model.leaveOut();

        assertEquals(
                2,
                assertInstanceOf(Stage.Done.class, model.stageProperty().get()).secrets());
        assertTrue(Files.exists(file));
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyOnceTheUserSaysSo() throws Exception {
        ExportViewModel model = model(List.of(), Query.ALL);
        Path file = model.form().target().file().orElseThrow();
        Files.writeString(file, "precious");

        model.export();
        assertEquals(new Stage.Exists(file), model.stageProperty().get());
        assertEquals("precious", Files.readString(file));
        model.leave();
        assertEquals(new Stage.Asking(), model.stageProperty().get());
        assertEquals(0, closed);

        model.export();
        model.replace();
        assertInstanceOf(Stage.Done.class, model.stageProperty().get());
        assertTrue(Files.readString(file).contains("second"));
    }

    @Test
    void whatTheSystemsWindowAskedIsNotAskedAgain() throws Exception {
        ExportViewModel model = model(List.of(), Query.ALL);
        Path file = Files.writeString(folder.resolve("there.env"), "old");
        model.form().target().choose(file);

        model.export();

        assertInstanceOf(Stage.Done.class, model.stageProperty().get());
    }

    @Test
    void aBundleWantsItsPassphraseTwiceAndOpensWithItAlone() throws Exception {
        ExportViewModel model = model(List.of(), Query.ALL);
        Form form = model.form();
        format(form, "bundle");
        assertFalse(form.completeProperty().get());
        try (SecretBuffer first = typed("correct horse battery");
                SecretBuffer again = typed("correct horse")) {
            form.passphrase().attach(first, again);
            assertFalse(form.completeProperty().get());
            again.insert(again.length(), " battery");
            form.passphrase().edited();
            assertTrue(form.completeProperty().get());

            model.export();
        }

        Stage.Done done =
                assertInstanceOf(Stage.Done.class, model.stageProperty().get());
        try (SecretBuffer typed = typed("correct horse battery");
                Passphrase passphrase = Passphrase.of(typed);
                ImportSource read =
                        new BundleFormat().read(done.file(), ImportOptions.password(passphrase), Progress.UNTOLD)) {
            assertEquals(2, read.entries().size());
        }
    }

    @Test
    void aKubernetesSecretWantsANameItCanHave() {
        Form form = model(List.of(), Query.ALL).form();
        format(form, "kubernetes");
        assertEquals(Set.of(Objection.OBJECT_NAME), form.objections());

        form.objectNameProperty().set("acme");
        assertTrue(form.completeProperty().get());

        form.namespaceProperty().set("No Such");
        assertFalse(form.completeProperty().get());
    }

    @Test
    void aFailureIsToldAndNothingIsLeftOfTheFile() {
        ExportViewModel model = model(List.of(), Query.ALL);
        model.form()
                .target()
                .pathProperty()
                .set(folder.resolve("gone").resolve("x.env").toString());

        model.export();

        assertEquals(new Stage.Asking(), model.stageProperty().get());
        assertEquals(
                "EXPORT-NO-FOLDER", model.failureProperty().get().orElseThrow().code());
    }

    @Test
    void callingItOffLeavesNoFile() {
        ExportViewModel[] made = new ExportViewModel[1];
        made[0] = model(
                action -> {
                    if (made[0] != null && made[0].stageProperty().get() instanceof Stage.Working) {
                        Thread.currentThread().interrupt();
                    }
                    action.run();
                },
                List.of(),
                Query.ALL);

        made[0].export();

        assertEquals(new Stage.Asking(), made[0].stageProperty().get());
        assertFalse(Thread.interrupted());
        assertFalse(Files.exists(made[0].form().target().file().orElseThrow()));
    }

    @Test
    void closingWipesWhatWasTyped() {
        ExportViewModel model = model(List.of(), Query.ALL);
        try (SecretBuffer first = typed("correct horse");
                SecretBuffer again = typed("correct horse")) {
            model.form().passphrase().attach(first, again);

            model.leave();

            assertTrue(first.isEmpty() && again.isEmpty());
        }
        assertEquals(1, closed);
    }

    private static SecretBuffer typed(String text) {
        SecretBuffer typed = new SecretBuffer(100);
        typed.insert(0, text);
        return typed;
    }

    private static void format(Form form, String id) {
        form.formatProperty().set(ExportFormats.of(id).orElseThrow());
    }

    private ExportViewModel model(List<SecretId> selected, Query shown) {
        return model(Runnable::run, selected, shown);
    }

    private ExportViewModel model(Executor worker, List<SecretId> selected, Query shown) {
        Background background = new Background(worker, Runnable::run, (delay, action) -> () -> {});
        ExportViewModel model = new ExportViewModel(
                new ExportViewModel.Surroundings(
                        vault,
                        background,
                        new SecureRandom(),
                        LocalDate.of(2026, 5, 2),
                        ExportFormats.all(),
                        () -> TestVaults.CHEAP),
                new ExportViewModel.Start(selected, Optional.of(shown), folder),
                new ExportViewModel.Exits(Optional.empty(), () -> closed++));
        format(model.form(), "dotenv");
        return model;
    }
}
