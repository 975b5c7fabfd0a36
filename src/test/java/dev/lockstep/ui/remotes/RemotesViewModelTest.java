package dev.lockstep.ui.remotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.naming.NameMapping;
import dev.lockstep.naming.NamePreview;
import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.ContractField.Role;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.Check;
import dev.lockstep.sync.FieldProblem;
import dev.lockstep.sync.TestCertificates;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.words.VendorWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemotesViewModelTest {
    private RemotesDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new RemotesDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Stage.Filling filling(RemotesViewModel model) {
        return assertInstanceOf(Stage.Filling.class, model.stageProperty().get());
    }

    private static Browser browser(RemotesViewModel model) {
        return assertInstanceOf(Stage.Browsing.class, model.stageProperty().get())
                .browser();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void everyVendorIsPractisedFromTheChoiceToAValue(Vendor vendor) {
        RemotesViewModel model = desk.model();
        model.add();
        model.practise(vendor);
        RemoteForm form = filling(model).form();
        assertTrue(form.practice());
        form.credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        filling(model).work().test();
        assertInstanceOf(
                Trial.Welcome.class, filling(model).work().trialProperty().get());
        filling(model).work().save();

        assertInstanceOf(Stage.Listing.class, model.stageProperty().get());
        RemoteRow row = model.rows().getFirst();
        assertTrue(row.isHere());
        assertEquals(Optional.of(row), model.chosenProperty().get());
        assertInstanceOf(RowState.Unchecked.class, row.state());
        model.checkAll();
        RowState.Checked checked =
                assertInstanceOf(RowState.Checked.class, model.rows().getFirst().state());
        assertInstanceOf(Check.Welcome.class, checked.check());
        model.browse(row);
        Browser browser = browser(model);
        assertInstanceOf(Reading.Whole.class, browser.readingProperty().get());
        assertEquals(3, browser.shown().size());
        browser.textProperty().set("signing");
        assertEquals(1, browser.shown().size());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aPracticeVaultOfAnEarlierRunIsStartedAgainInOneStep(Vendor vendor) {
        practised(vendor);
        RemotesViewModel model = desk.later();
        RemoteRow row = model.rows().getFirst();
        assertTrue(row.ended());
        model.checkAll();
        model.browse(row);
        assertEquals(row, model.rows().getFirst(), "nobody is asked at the old address");
        assertInstanceOf(Stage.Listing.class, model.stageProperty().get());
        model.restart(row);

        RemoteRow now = model.rows().getFirst();
        assertInstanceOf(RowState.Welcomed.class, now.state());
        assertEquals(row.remote().id(), now.remote().id());
        assertEquals(row.remote().name(), now.remote().name());
        model.browse(now);
        assertEquals(3, browser(model).shown().size());
        assertFalse(desk.model().rows().isEmpty());
    }

    private void practised(Vendor vendor) {
        RemotesViewModel model = desk.model();
        model.practise(vendor);
        filling(model).form().credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        filling(model).work().save();
    }

    @Test
    void aRemoteThatIsLedElsewhereIsNoPracticeVaultAnyMore() {
        practised(Vendor.KV_V2);
        RemotesViewModel model = desk.model();
        model.edit(model.rows().getFirst());
        RemoteForm form = filling(model).form();
        form.credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        form.nameProperty().set("Mine");
        filling(model).work().save();
        assertTrue(model.rows().getFirst().practice());

        model.edit(model.rows().getFirst());
        filling(model).form().setting("address").set("http://127.0.0.1:8200");
        filling(model).form().credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        filling(model).work().save();
        assertFalse(model.rows().getFirst().practice());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void everyFieldAndChoiceHasWords(Vendor vendor) {
        VendorContract contract = VendorContracts.of(vendor);
        contract.fields().forEach(field -> {
            assertFalse(FieldWords.label(vendor, field).isEmpty());
            assertFalse(FieldWords.hint(vendor, field).isEmpty());
            field.choices()
                    .forEach(choice ->
                            assertFalse(FieldWords.choice(field, choice).isEmpty()));
        });
        assertFalse(VendorWords.can(contract).isEmpty());
        assertFalse(VendorWords.limits(contract).isEmpty());
    }

    @Test
    void whatIsMissingIsToldAndNothingIsSaved() {
        RemotesViewModel model = desk.model();
        model.fill(Vendor.HOOKPULSE);
        RemoteForm form = filling(model).form();
        form.credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        form.nameProperty().set(" ");
        form.setting("address").set("http://api.hookpulse.io");
        filling(model).work().save();

        assertEquals(1, filling(model).work().attemptsProperty().get());
        assertEquals(Optional.of(FieldProblem.EMPTY), form.nameProblem());
        Map<String, Optional<FieldProblem>> found = new HashMap<>();
        form.contract().fields().forEach(field -> found.put(field.id(), form.problem(field)));
        assertEquals(Optional.of(FieldProblem.NO_ADDRESS), found.get("address"));
        assertEquals(Optional.of(FieldProblem.EMPTY), found.get("brand"));
        assertEquals(Optional.of(FieldProblem.EMPTY), found.get("api-key"));
        assertEquals(List.of(), desk.vault.remotes().all());
    }

    @Test
    void aLongListComesInPortionsAndEndsOnceAllOfItIsShown() throws Exception {
        Remote remote = desk.add("Deep", Vendor.KV_V2, Map.of());
        desk.fill(remote, 1200);
        ArrayDeque<Runnable> screen = new ArrayDeque<>();
        RemotesViewModel model = desk.model(new Background(Runnable::run, screen::add, (delay, action) -> () -> {}));
        model.browse(desk.row(model, remote));
        Browser browser = browser(model);
        List<Integer> counts = new ArrayList<>();
        while (!screen.isEmpty()) {
            screen.remove().run();
            counts.add(browser.count());
            assertEquals(
                    browser.count() == 1203,
                    !(browser.readingProperty().get() instanceof Reading.Running),
                    "at " + browser.count());
        }

        assertEquals(List.of(500, 1000, 1203), counts);
        assertInstanceOf(Reading.Whole.class, browser.readingProperty().get());
        browser.textProperty().set("FOLDER-7/");
        assertEquals(100, browser.shown().size());
    }

    @Test
    void onlyTheCredentialsOfTheChosenWayAreAskedFor() {
        RemotesViewModel model = desk.model();
        model.fill(Vendor.KV_V2);
        RemoteForm form = filling(model).form();
        Set<String> token = asked(form);
        form.setting("auth").set("approle");

        assertEquals(Set.of("token"), token);
        assertEquals(Set.of("role-id", "secret-id"), asked(form));
    }

    private static Set<String> asked(RemoteForm form) {
        Set<String> asked = new HashSet<>();
        form.contract().fields(Role.CREDENTIAL).stream().filter(form::needs).forEach(field -> asked.add(field.id()));
        return asked;
    }

    @Test
    void aKeptCredentialStaysAndATypedOneReplacesIt() throws Exception {
        Remote remote = desk.add("Search", Vendor.MIXPEEK, Map.of());
        RemotesViewModel model = desk.model();
        model.edit(desk.row(model, remote));
        filling(model).form().credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        filling(model).form().nameProperty().set("Search index");
        filling(model).work().save();
        assertEquals("Search index", model.rows().getFirst().remote().name());
        model.check(model.rows().getFirst());
        assertInstanceOf(
                Check.Welcome.class, ((RowState.Checked) model.rows().getFirst().state()).check());

        model.edit(model.rows().getFirst());
        filling(model).form().credentials().forEach(credential -> RemotesDesk.type(credential, "sk_other"));
        filling(model).work().save();
        try (SecretValue held = desk.vault.remotes().credentials(remote.id()).get("api-key");
                SecretValue typed = RemotesDesk.value("sk_other")) {
            assertTrue(held.sameAs(typed));
        }
    }

    @Test
    void whatALaterVersionStoredSurvivesAnEdit() throws Exception {
        Remote known = desk.add("Search", Vendor.MIXPEEK, Map.of());
        RemoteDetails base = known.details();
        Map<String, String> settings = new HashMap<>(base.settings());
        settings.put("of-later", "7");
        RemoteDetails details = new RemoteDetails(base.name(), base.place(), base.mapping(), base.prefix(), settings);
        try (SecretValue later = RemotesDesk.value("later")) {
            desk.vault.remotes().change(known, details, Map.of("of-later", later), known.credentials());
        }
        RemotesViewModel model = desk.model();
        model.edit(desk.row(model, known));
        filling(model).form().credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        filling(model).form().nameProperty().set("Search index");
        filling(model).work().save();

        Remote saved = desk.vault.remotes().get(known.id());
        assertEquals("Search index", saved.name());
        assertEquals(settings, saved.details().settings());
        assertEquals(Set.of("api-key", "of-later"), saved.credentials());
        model.check(model.rows().getFirst());
        assertInstanceOf(
                Check.Welcome.class, ((RowState.Checked) model.rows().getFirst().state()).check());
    }

    @Test
    void leavingAFormAsksFirstAndWipesWhatWasTyped() {
        RemotesViewModel model = desk.model();
        model.fill(Vendor.MIXPEEK);
        SecretBuffer typed =
                RemotesDesk.type(filling(model).form().credentials().getFirst(), "sk_live_secret");
        model.leave();
        assertTrue(model.leavingProperty().get());
        assertEquals(14, typed.length());
        model.stay();
        model.leave();
        model.leave();

        assertInstanceOf(Stage.Listing.class, model.stageProperty().get());
        assertEquals(0, typed.length());
    }

    @Test
    void lockingWipesAFormWithoutAQuestion() {
        RemotesViewModel model = desk.model();
        model.fill(Vendor.MIXPEEK);
        SecretBuffer typed =
                RemotesDesk.type(filling(model).form().credentials().getFirst(), "sk_live_secret");
        model.close();

        assertEquals(0, typed.length());
        assertEquals(1, desk.closed);
    }

    @Test
    void aWrongCredentialIsToldAndTheFormStays() {
        RemotesViewModel model = desk.model();
        model.practise(Vendor.MIXPEEK);
        filling(model).form().credentials().forEach(credential -> RemotesDesk.type(credential, "sk_wrong"));
        filling(model).work().test();

        Trial.Failed failed = assertInstanceOf(
                Trial.Failed.class, filling(model).work().trialProperty().get());
        assertEquals("REMOTE-UNAUTHORIZED", failed.words().code());
        filling(model).work().edited();
        assertInstanceOf(
                Trial.Untried.class, filling(model).work().trialProperty().get());
    }

    @Test
    void twoRemotesToOnePlaceAreRefusedInTheForm() throws Exception {
        desk.add("Search", Vendor.MIXPEEK, Map.of());
        RemotesViewModel model = desk.model();
        model.practise(Vendor.MIXPEEK);
        filling(model).form().credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        filling(model).work().save();
        Trial.Failed failed = assertInstanceOf(
                Trial.Failed.class, filling(model).work().trialProperty().get());
        assertEquals("VAULT-PLACE-TAKEN", failed.words().code());

        filling(model).form().setting("organization").set("Second");
        filling(model).work().save();
        assertEquals(2, model.rows().size());
    }

    @Test
    void aCredentialsFileIsReadUpToItsLimit(@TempDir Path other) throws Exception {
        RemotesViewModel model = desk.model();
        model.fill(Vendor.VOXIMPLANT);
        Credential credential = filling(model).form().credentials().getFirst();
        SecretBuffer typed = RemotesDesk.type(credential, "");
        FormWork work = filling(model).work();

        work.read(Files.writeString(other.resolve("credentials.json"), "{\"account_id\":1}"), credential);
        assertEquals(16, typed.length());
        work.read(Files.writeString(other.resolve("large.json"), "x".repeat(20_001)), credential);
        assertEquals("REMOTE-FILE-TOO-LARGE", failure(work));
        work.read(other.resolve("gone.json"), credential);
        assertEquals("REMOTE-FILE-UNREAD", failure(work));
        work.read(Files.write(other.resolve("odd.json"), new byte[] {'{', (byte) 0xff, '}'}), credential);
        assertEquals("REMOTE-NO-TEXT", failure(work));
        assertEquals(16, typed.length());
    }

    @Test
    void aChosenAuthorityIsFilledInAndAPrivateKeyIsNot(@TempDir Path other) throws Exception {
        RemotesViewModel model = desk.model();
        model.practise(Vendor.MIXPEEK);
        RemoteForm form = filling(model).form();
        form.credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        FormWork work = filling(model).work();
        AuthorityChoice choice = work.authorities();
        StringProperty place = form.setting(ContractField.AUTHORITIES);
        Path key = TestCertificates.write(other.resolve("key.pem"), TestCertificates.KEY);
        Path authority = TestCertificates.write(other.resolve("ca.pem"), TestCertificates.AUTHORITY);

        choice.choose(key);
        assertEquals("", place.get());
        assertEquals(Optional.of(FieldProblem.PRIVATE_KEY), choice.told());
        choice.choose(authority);
        assertEquals(authority.toString(), place.get());
        choice.choose(key);
        assertEquals(authority.toString(), place.get());
        work.save();
        assertEquals(
                authority.toString(),
                model.rows().getFirst().remote().details().settings().get(ContractField.AUTHORITIES));
    }

    @Test
    void aTypedAuthorityIsLookedIntoBeforeAnythingIsSaved(@TempDir Path other) throws Exception {
        RemotesViewModel model = desk.model();
        model.practise(Vendor.MIXPEEK);
        RemoteForm form = filling(model).form();
        form.credentials().forEach(credential -> RemotesDesk.type(credential, ""));
        Path key = TestCertificates.write(other.resolve("key.pem"), TestCertificates.KEY);
        form.setting(ContractField.AUTHORITIES).set(" " + key + " ");
        filling(model).work().save();
        assertEquals(
                Optional.of(FieldProblem.PRIVATE_KEY),
                filling(model).work().authorities().problem());
        form.setting(ContractField.AUTHORITIES).set(other.resolve("gone.pem").toString());
        filling(model).work().save();
        assertEquals(
                Optional.of(FieldProblem.NO_FILE),
                filling(model).work().authorities().problem());
        assertEquals(List.of(), desk.vault.remotes().all());

        form.setting(ContractField.AUTHORITIES).set("");
        filling(model).work().save();
        assertEquals(1, model.rows().size());
    }

    private static String failure(FormWork work) {
        return assertInstanceOf(Trial.Failed.class, work.trialProperty().get())
                .words()
                .code();
    }

    @Test
    void namesArePreviewedAsTheMappingAndThePrefixChange() {
        RemotesViewModel model = desk.model();
        model.fill(Vendor.HOOKLISTENER);
        NamePreview first = filling(model).preview().previewProperty().get();
        assertEquals(5, first.lines().size());
        assertFalse(first.lines().getFirst().passes(), "what will not do comes first");

        filling(model).form().mappingProperty().set(NameMapping.AS_IS);
        filling(model).form().prefixProperty().set("A_");
        NamePreview then = filling(model).preview().previewProperty().get();
        assertTrue(then.lines().stream().allMatch(line -> line.there().startsWith("A_")));
        assertEquals(1, then.lines().stream().filter(line -> !line.passes()).count());
    }

    @Test
    void aPausedRemoteIsNotAskedUntilItIsResumed() throws Exception {
        Remote remote = desk.add("Search", Vendor.MIXPEEK, Map.of());
        RemotesViewModel model = desk.model();
        model.pause(desk.row(model, remote));
        model.checkAll();
        model.browse(desk.row(model, remote));
        assertInstanceOf(RowState.Paused.class, desk.row(model, remote).state());
        assertInstanceOf(Stage.Listing.class, model.stageProperty().get());

        model.pause(desk.row(model, remote));
        model.checkAll();
        assertInstanceOf(RowState.Checked.class, desk.row(model, remote).state());
    }

    @Test
    void aRemovedRemoteComesBackWithItsCredentials() throws Exception {
        Remote remote = desk.add("Search", Vendor.MIXPEEK, Map.of());
        RemotesViewModel model = desk.model();
        model.askRemove(desk.row(model, remote));
        model.remove(remote);
        assertEquals(List.of(), model.rows());
        Toast told = desk.toasts.getLast();
        told.onAction().run();
        model.check(desk.row(model, remote));

        RowState.Checked checked =
                assertInstanceOf(RowState.Checked.class, desk.row(model, remote).state());
        assertInstanceOf(Check.Welcome.class, checked.check());
    }

    @Test
    void aValueIsReadOnlyWhenAskedForAndMaskedAndWiped() throws Exception {
        Remote remote = desk.add("Hooks", Vendor.HOOKLISTENER, Map.of());
        RemotesViewModel model = desk.model();
        model.browse(desk.row(model, remote));
        Peeking peeking = browser(model).peeking();
        peeking.choose(Optional.of(browser(model).shown().getFirst()));
        assertEquals(0, reads());
        peeking.read();
        Peek.Read read =
                assertInstanceOf(Peek.Read.class, peeking.peekProperty().get());
        assertFalse(read.shown());
        assertEquals(1, reads());
        peeking.toggle();
        assertTrue(((Peek.Read) peeking.peekProperty().get()).shown());
        desk.time.pass(Duration.ofSeconds(20));
        assertFalse(((Peek.Read) peeking.peekProperty().get()).shown());

        model.close();
        assertInstanceOf(Peek.Unread.class, peeking.peekProperty().get());
        assertThrows(IllegalStateException.class, () -> read.value().at(0));
    }

    @Test
    void inPresentationModeNoValueIsShown() throws Exception {
        Remote remote = desk.add("Hooks", Vendor.HOOKLISTENER, Map.of());
        RemotesViewModel model = desk.model();
        model.browse(desk.row(model, remote));
        Peeking peeking = browser(model).peeking();
        peeking.choose(Optional.of(browser(model).shown().getFirst()));
        peeking.read();
        desk.discretion.presentingProperty().set(true);
        peeking.toggle();

        assertFalse(((Peek.Read) peeking.peekProperty().get()).shown());
    }

    private long reads() throws Exception {
        int size = (int) desk.vault.audit().size();
        return desk.vault.audit().page(1, size).entries().stream()
                .filter(entry -> entry.event() == AuditEvent.REMOTE_VALUE_READ)
                .count();
    }
}
