package dev.lockstep.sync.plan;

import static dev.lockstep.sync.plan.PlanWorld.LISTED;
import static dev.lockstep.sync.plan.PlanWorld.THERE;
import static dev.lockstep.sync.plan.PlanWorld.TRACES;
import static dev.lockstep.sync.plan.PlanWorld.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.naming.NameMapping;
import dev.lockstep.naming.NameProblem;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.vault.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done about secrets that have no name there yet, and about names that no secret here has. */
class NewRowsTest {
    static Stream<VendorContract> vendors() {
        return VendorContracts.all().stream();
    }

    private static PlanWorld world(VendorContract contract) {
        return new PlanWorld(contract).mapping(contract.names().mapping(), "");
    }

    private static Reason.Rival rival(PlanWorld world, int number, boolean owns) {
        LocalSecret secret = world.secret(number);
        return new Reason.Rival(id(number), secret.name(), secret.trashed(), owns);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void whatIsNotThereIsCreatedUnderTheMappedName(VendorContract contract) {
        Row row = world(contract).secret(1, "api-key", "value").row(1);

        assertEquals(contract == VendorContracts.VOXIMPLANT ? Operation.BLOCKED : Operation.CREATE, row.operation());
        assertEquals(contract.names().mapping().apply("api-key"), row.key().there());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void aNameThatIsNotOursIsNeverCreatedUpdatedOrDeleted(VendorContract contract) {
        PlanWorld world = world(contract).mapping(NameMapping.UPPER_SNAKE, "").secret(1, "A", "value");
        for (int i = 0; i < 50; i++) {
            world.foreign("F" + i);
        }
        world.foreign("A");

        Plan plan = world.plan();

        assertEquals(1, plan.rows().size());
        assertEquals(List.of(), plan.ticked());
        assertEquals(List.of("A"), plan.contacts().getFirst().clashes());
        assertEquals(50, plan.contacts().getFirst().unknown().size());
        assertTrue(plan.contacts().getFirst().first());
    }

    @Test
    void aNameThatIsTakenCanBeTakenOver() {
        Row row = world(VendorContracts.KV_V2).secret(1, "a", "v").foreign("a").row(1);

        assertEquals(new Reason.TakenThere(false), row.reason());
        assertEquals(Map.of(Choice.ADOPT, Operation.ADOPT, Choice.SKIP, Operation.BLOCKED), row.options());
    }

    @Test
    void secretsThatWouldHaveOneNameAreBlockedAndNamed() {
        PlanWorld world =
                world(VendorContracts.MIXPEEK).secret(1, "api-key", "1").secret(2, "API_KEY", "2");

        assertEquals(
                new Reason.Collides(List.of(rival(world, 2, false))),
                world.row(1).reason());
        assertEquals(
                new Reason.Collides(List.of(rival(world, 1, false))),
                world.row(2).reason());
        assertEquals(Operation.BLOCKED, world.row(1).operation());
    }

    @Test
    void aNameThatAnotherSecretOwnsStaysItsOwn() {
        PlanWorld world = world(VendorContracts.MIXPEEK)
                .secret(1, "api-key", "1")
                .pushed(1, "api_key", Traces.NONE)
                .secret(2, "API_KEY", "2");
        assertEquals(
                new Reason.Collides(List.of(rival(world, 1, true))),
                world.row(2).reason());

        world.trash(1);
        assertEquals(
                new Reason.Collides(List.of(rival(world, 1, true))),
                world.row(2).reason());

        world.purge(1);
        assertEquals(
                new Reason.Collides(List.of(new Reason.Rival(id(1), "", true, true))),
                world.row(2).reason());
    }

    @Test
    void aNameThatTheVendorDoesNotTakeIsBlockedWithItsProblem() {
        Row row = world(VendorContracts.HOOKLISTENER).secret(1, "2fa", "v").row(1);

        assertEquals(new Reason.BadName(List.of(new NameProblem.BadStart('2'))), row.reason());
    }

    @Test
    void aPrefixMakesANameFitAndABadOneBlocksAll() {
        PlanWorld world = world(VendorContracts.HOOKLISTENER).secret(1, "2fa", "v");

        assertEquals(
                "K_2FA",
                world.mapping(NameMapping.UPPER_SNAKE, "K_").row(1).key().there());
        assertEquals(Operation.CREATE, world.row(1).operation());
        assertInstanceOf(
                Reason.BadPrefix.class,
                world.mapping(NameMapping.UPPER_SNAKE, "1_").row(1).reason());
    }

    @Test
    void aValueThatTheVendorCannotHoldBlocksItsRowAlone() {
        PlanWorld world = world(VendorContracts.VOXIMPLANT)
                .secret(1, "a", "x".repeat(8193))
                .secret(2, "b", "")
                .put(3, "c", new byte[] {(byte) 0xff})
                .secret(4, "d", "x".repeat(8192));

        assertEquals(new Reason.ValueTooLong(8193, 8192), world.row(1).reason());
        assertEquals(new Reason.ValueTooShort(0, 1), world.row(2).reason());
        assertEquals(new Reason.ValueNotText(), world.row(3).reason());
        assertEquals(Operation.CREATE, world.row(4).operation());
        assertEquals(List.of(), world.row(4).warnings());
    }

    @Test
    void aValueWithMoreBytesThanTheVendorTakesCharactersIsWarnedOf() {
        Row row = world(VendorContracts.VOXIMPLANT)
                .secret(1, "a", "\u00fc".repeat(8192))
                .row(1);

        assertEquals(Operation.CREATE, row.operation());
        assertEquals(List.of(new Warning.MoreBytes(16_384, 8192)), row.warnings());
    }

    @Test
    void anEmptyValueFitsWhereTheVendorTakesOne() {
        assertEquals(
                Operation.CREATE,
                world(VendorContracts.KV_V2).secret(1, "a", "").row(1).operation());
    }

    @Test
    void nothingIsCreatedBeforeAWholeList() {
        PlanWorld world = world(VendorContracts.KV_V2).secret(1, "a", "v");
        world.head = Head.NONE;

        assertEquals(Operation.CANNOT_CHECK, world.row(1).operation());
        assertEquals(
                List.of(new Banner.NeverListed(PlanWorld.REMOTE)), world.plan().banners());
        assertEquals(List.of(), world.plan().contacts());
    }

    private static LedgerLine deletedByUs(Instant when, boolean restorable) {
        Traces traces =
                new Traces(Optional.of(THERE), Optional.of(THERE), Optional.empty(), OptionalLong.empty(), restorable);
        return LedgerLine.of("a")
                .deleted(when)
                .seen(Optional.of(new Observed(Optional.of("id"), traces, Optional.empty())));
    }

    @Test
    void whatWeDeletedIsNotSomebodyElsesBecauseAListIsLate() {
        PlanWorld world = world(VendorContracts.KV_V2).secret(1, "a", "v");

        Row late = world.line(deletedByUs(LISTED.minusSeconds(5), false)).row(1);
        assertEquals(new Reason.Unknowable(State.Why.SETTLING), late.reason());
        assertEquals(List.of(), world.plan().contacts().getFirst().clashes());

        Row taken = world.line(deletedByUs(LISTED.minusSeconds(500), false)).row(1);
        assertEquals(new Reason.TakenThere(false), taken.reason());
    }

    @Test
    void whatWeDeletedCanBeCreatedOverWhatIsLeftOfIt() {
        PlanWorld world = world(VendorContracts.KV_V2).secret(1, "a", "v");

        assertEquals(
                Operation.CREATE,
                world.line(deletedByUs(LISTED.minusSeconds(500), true)).row(1).operation());
        LedgerLine theirs = LedgerLine.of("a").seen(deletedByUs(LISTED, true).observed());
        assertEquals(new Reason.TakenThere(true), world.line(theirs).row(1).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW", "other name", "\u00fcber"})
    void whatIsOnlyThereComesHereUnderItsOwnName(String name) {
        PlanWorld world = new PlanWorld(VendorContracts.KV_V2, Direction.TWO_WAY)
                .mapping(NameMapping.LOWER_SNAKE, "x_")
                .secret(1, "a", "v")
                .foreign(name);

        Row row = world.plan().rows().getLast();

        assertEquals(Operation.PULL_NEW, row.operation());
        assertEquals(name, row.name());
        assertEquals(Optional.empty(), row.key().secret());
        assertTrue(row.ticked());
    }

    @Test
    void whatIsOnlyThereStaysThereWhereItsNameIsTakenHereOrNoNameAtAll() {
        PlanWorld world = new PlanWorld(VendorContracts.KV_V2, Direction.PULL)
                .mapping(NameMapping.UPPER_SNAKE, "")
                .secret(1, "a", "v")
                .foreign("a")
                .foreign("b\u0000");

        List<Row> rows = world.plan().rows();

        assertEquals(2, rows.size(), "what is not there is no matter of a remote that is only pulled from");
        assertEquals(new Reason.NameTakenHere(), rows.get(0).reason());
        assertInstanceOf(Reason.BadNameHere.class, rows.get(1).reason());
    }

    @Test
    void whatIsInTheTrashIsNotCreated() {
        assertEquals(
                List.of(),
                world(VendorContracts.KV_V2).secret(1, "a", "v").trash(1).plan().rows());
    }

    @Test
    void oneNameOfTwoRemotesComesHereOnce() throws Exception {
        PlanWorld world = new PlanWorld(VendorContracts.KV_V2, Direction.PULL).foreign("a");
        RemoteNow first = world.now();
        Target other = new Target(
                new dev.lockstep.model.RemoteId(new dev.lockstep.model.RowId(9, 10)),
                PlanWorld.COLLECTION,
                VendorContracts.VOXIMPLANT,
                NameMapping.AS_IS,
                "",
                first.target().conduct());

        List<Row> rows = Planner.plan(
                        List.of(first, new RemoteNow(other, first.ledger())), new LocalSecrets(List.of()), world)
                .rows();

        assertEquals(Operation.PULL_NEW, rows.get(0).operation());
        assertEquals(new Reason.NameTakenHere(), rows.get(1).reason());
    }

    @Test
    void whatIsOursIsListedAsSuch() {
        PlanWorld world = world(VendorContracts.KV_V2)
                .secret(1, "a", "v")
                .pushed(1, "a", TRACES)
                .foreign("b");

        assertEquals(
                List.of(new Contact(PlanWorld.REMOTE, false, List.of("a"), List.of(), List.of("b"), List.of())),
                world.plan().contacts());
    }

    @Test
    void whatWeDeletedIsMissingSinceThenAndNotSinceTheListBefore() {
        PlanWorld world = new PlanWorld(VendorContracts.HOOKLISTENER).secret(1, "A", "value");
        world.line(LedgerLine.of("A").deleted(LISTED.plusSeconds(5)));
        assertEquals(new State.MissingThere(LISTED.plusSeconds(5), false, Optional.empty()), world.state(1));
    }

    @Test
    void whatIsDeletedThereAndCanBeBroughtBackIsMissingThere() {
        PlanWorld world = new PlanWorld(VendorContracts.KV_V2).secret(1, "A", "value");
        Traces deleted = new Traces(Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.of(1), true);
        world.line(LedgerLine.of("A").seen(Optional.of(new Observed(Optional.of("A"), deleted, Optional.empty()))));
        assertEquals(new State.MissingThere(LISTED, true, Optional.empty()), world.state(1));
    }
}
