package dev.lockstep.ui.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.remote.Act;
import dev.lockstep.sync.rotation.Cell;
import dev.lockstep.sync.rotation.Rotation;
import dev.lockstep.sync.rotation.Stage;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.rotation.RotationViewModel.Start;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationViewModelTest {
    private RotationDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new RotationDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private static <T extends Step> T step(RotationViewModel model, Class<T> kind) {
        return assertInstanceOf(kind, model.stepProperty().get());
    }

    private static ChoiceList choices(RotationViewModel model) {
        return step(model, Step.Choosing.class).choices();
    }

    private static RunList run(RotationViewModel model) {
        return step(model, Step.Running.class).run();
    }

    private static List<String> names(ChoiceList list) {
        return list.shown().stream().map(Candidate::name).toList();
    }

    private String value(Entry entry) throws Exception {
        return TestVaults.text(desk.ground.vault().sync().value(entry.id()));
    }

    @Test
    void fromTheOffboardingListToTheEndOfTheRun() throws Exception {
        RotationViewModel model = desk.model(new Start.Offboarding());
        ChoiceList list = choices(model);
        assertEquals(List.of("GITHUB_TOKEN", "STRIPE_API_KEY"), names(list));
        list.tickAll();
        assertEquals(2, list.ticksProperty().get());
        model.begin();
        assertEquals(
                List.of("GITHUB_TOKEN", "STRIPE_API_KEY"),
                run(model).survey().unrenewed().stream()
                        .map(line -> line.name())
                        .toList());

        model.enter();
        NewValues values = step(model, Step.Entering.class).values();
        values.put(desk.ground.vault().catalog().entry(desk.github.id()).orElseThrow(), Act.value("gh two"));
        values.generateRest();
        assertEquals(2, values.count());
        model.save();
        assertEquals(0, values.count());
        assertEquals("gh two", value(desk.github));
        assertEquals(32, value(desk.stripe).length());
        assertEquals(List.of(), run(model).survey().unrenewed());

        model.plan();
        assertEquals(List.of(Set.of(desk.github.id(), desk.stripe.id())), desk.planned);
        desk.applyWithoutAnswer();
        RunList left = run(model);
        assertTrue(left.survey().rotation().isOpen());
        assertFalse(left.acceptable().isEmpty());
        model.accept(left.acceptable());
        desk.apply();
        assertFalse(run(model).survey().rotation().isOpen());
        assertEquals(Show.ALL, run(model).showProperty().get());

        model.leave();
        assertEquals(1, step(model, Step.Runs.class).surveys().size());
        model.leave();
        assertEquals(1, desk.closed);
    }

    @Test
    void theListIsFilteredBySourceTimeAndCollection() throws Exception {
        ChoiceList list = choices(desk.model(new Start.Offboarding()));
        list.tickAll();
        list.periodProperty().set(Period.WEEK);
        assertEquals(List.of("GITHUB_TOKEN"), names(list));
        assertEquals(1, list.ticksProperty().get());
        list.periodProperty().set(Period.MONTH);
        assertEquals(List.of("GITHUB_TOKEN", "STRIPE_API_KEY"), names(list));
        assertEquals(List.of(desk.github.id()), list.ticked());

        list.sourceProperty().set(Source.ALL);
        assertEquals(List.of("GITHUB_TOKEN", "MAILGUN_KEY", "STRIPE_API_KEY"), names(list));
        list.collectionProperty()
                .set(Optional.of(desk.ground
                        .vault()
                        .collections()
                        .add("Other", "", "free")
                        .id()));
        assertEquals(List.of(), names(list));
        assertEquals(0, list.ticksProperty().get());
        assertEquals(
                List.of(2, 0, 3),
                List.of(Source.values()).stream().map(list::count).toList());
    }

    @Test
    void whatIsDueForRotationIsListed() throws Exception {
        LocalDate today = LocalDate.now(desk.ground.clock());
        Entry mail = desk.mail;
        desk.ground.vault().secrets().edit(mail, SecretDetails.of(mail).withRotateBy(Optional.of(today.plusDays(3))));
        ChoiceList list = choices(desk.model(new Start.Runs()), Source.DUE);
        assertEquals(List.of("MAILGUN_KEY"), names(list));
    }

    private static ChoiceList choices(RotationViewModel model, Source source) {
        model.choose(source, List.of());
        return choices(model);
    }

    @Test
    void theSecretsThatAreSelectedAreTicked() {
        RotationViewModel model = desk.model(new Start.Secrets(List.of(desk.mail.id())));
        assertEquals(List.of(desk.mail.id()), choices(model).ticked());
        assertEquals(3, choices(model).shown().size());
        model.leave();
        assertEquals(1, desk.closed);
    }

    @Test
    void nothingTickedBeginsNothing() throws Exception {
        RotationViewModel model = desk.model(new Start.Offboarding());
        model.begin();
        step(model, Step.Choosing.class);
        assertEquals(List.of(), desk.ground.sync().rotations().all());
    }

    @Test
    void tooManyAreRefusedInWords() throws Exception {
        List<SecretId> many = new ArrayList<>();
        for (int i = 0; i <= Rotation.MAX_SECRETS; i++) {
            many.add(desk.ground.add("KEY_" + i, "value").id());
        }
        RotationViewModel model = desk.model(new Start.Secrets(many));
        model.begin();
        assertEquals(
                "ROTATION-TOO-MANY", model.failureProperty().get().orElseThrow().code());
        assertEquals(many.size(), choices(model).ticked().size());
    }

    @Test
    void aValueThatIsTheSameIsToldAndChangesNothing() throws Exception {
        RotationViewModel model = desk.running(desk.begun(desk.mail));
        model.enter();
        Entry entry = step(model, Step.Entering.class).values().entries().getFirst();
        step(model, Step.Entering.class).values().put(entry, Act.value("mail one"));
        model.save();
        assertEquals(1, desk.toasts.size());
        assertEquals(1, run(model).survey().unrenewed().size());
    }

    @Test
    void valuesThatAreLeftAreWiped() throws Exception {
        RotationViewModel model = desk.running(desk.begun(desk.mail));
        model.enter();
        NewValues values = step(model, Step.Entering.class).values();
        values.generateRest();
        Entry entry = values.entries().getFirst();
        try (SecretValue made = values.value(entry).orElseThrow()) {
            assertNotEquals(0, made.size());
        }
        model.leave();
        assertEquals(0, values.count());
        assertEquals(Optional.empty(), values.value(entry));
        assertEquals("mail one", value(desk.mail));
        model.enter();
        NewValues again = step(model, Step.Entering.class).values();
        again.generateRest();
        model.close();
        assertEquals(0, again.count());
    }

    @Test
    void whatIsChosenStaysChosenWhenTheVaultChanges() throws Exception {
        Rotation rotation = desk.begun(desk.stripe, desk.github);
        desk.renew(rotation, desk.stripe, desk.github);
        RotationViewModel model = desk.running(rotation);
        RunList before = run(model);
        Item item = before.shown().get(2);
        before.chosenProperty().set(Optional.of(item));
        desk.ground.add("ANOTHER", "value");
        assertNotEquals(before, run(model));
        assertEquals(
                item.cell().map(Cell::there),
                run(model).chosenProperty().get().orElseThrow().cell().map(Cell::there));
    }

    @Test
    void aCellThatIsNotForTheUserToSayIsNotAccepted() throws Exception {
        Rotation rotation = desk.begun(desk.stripe);
        desk.renew(rotation, desk.stripe);
        RotationViewModel model = desk.running(rotation);
        assertEquals(List.of(), run(model).acceptable());
        model.accept(run(model).survey().open());
        assertEquals(
                List.of(Stage.OLD, Stage.OLD),
                run(model).survey().open().stream().map(Cell::stage).toList());
    }

    @Test
    void aRunIsGivenUpOnceThatIsConfirmed() throws Exception {
        RotationViewModel model = desk.running(desk.begun(desk.stripe));
        model.giveUp();
        step(model, Step.GivingUp.class);
        model.leave();
        step(model, Step.Running.class);
        model.giveUp();
        model.giveUpNow();
        assertEquals(List.of(), step(model, Step.Runs.class).surveys());
        assertEquals("sk one", value(desk.stripe));
    }

    @Test
    void aFailureIsToldWhereItArose() throws Exception {
        RotationViewModel model = desk.model(new Start.Offboarding());
        choices(model).tickAll();
        desk.ground.vault().secrets().trash(List.of(desk.github.id()));
        model.begin();
        assertTrue(model.failureProperty().get().isPresent());
        assertEquals(2, choices(model).ticked().size());
    }

    @Test
    void whatIsReadCanBeCalledOff() {
        Background never = new Background(work -> {}, Runnable::run, (delay, action) -> () -> {});
        RotationViewModel model = desk.model(new Start.Offboarding(), never);
        step(model, Step.Reading.class);
        model.leave();
        assertEquals(1, desk.closed);
    }
}
