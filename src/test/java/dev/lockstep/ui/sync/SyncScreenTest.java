package dev.lockstep.ui.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.apply.Tally;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.Setback;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncScreenTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private SyncDesk desk;
    private RemoteId hooks;
    private RemoteId server;
    private RemoteId search;
    private SecretId stripe;

    @BeforeEach
    void open() throws Exception {
        desk = new SyncDesk(folder);
        hooks = desk.remote("Acme webhooks", VendorContracts.HOOKLISTENER, Direction.PUSH, true);
        server = desk.remote("Team server", VendorContracts.KV_V2, Direction.TWO_WAY, false);
        search = desk.remote("Search", VendorContracts.DREADNODE, Direction.PUSH, false);
        Instant then = desk.time.instant().minus(Duration.ofDays(2));
        stripe = desk.secret("STRIPE_API_KEY", "sk one");
        SecretId github = desk.secret("GITHUB_TOKEN", "gh two");
        SecretId hook = desk.secret("WEBHOOK_SECRET", "hook");
        SecretId mail = desk.secret("MAILGUN_KEY", "mail");
        SecretId sentry = desk.secret("SENTRY_DSN", "dsn");
        desk.secret("empty-value", "");
        SecretId old = desk.secret("OLD_KEY", "old");
        Traces wrote = SyncDesk.at(then);
        desk.ours(hooks, stripe, "sk one", wrote, Optional.of(wrote));
        desk.ours(hooks, github, "gh one", wrote, Optional.of(wrote));
        desk.ours(hooks, mail, "mail then", wrote, Optional.of(SyncDesk.at(then.plusSeconds(86_400))));
        desk.ours(hooks, old, "old", wrote, Optional.of(wrote));
        desk.ours(hooks, sentry, "dsn", wrote, Optional.of(wrote));
        desk.read(hooks, sentry, "dsn");
        desk.foreign(hooks, "WEBHOOK_SECRET", "SOMEBODY_ELSES", "LEGACY_TOKEN");
        desk.ours(server, stripe, "sk one", SyncDesk.version(3), Optional.of(SyncDesk.version(3)));
        desk.ours(server, github, "gh one", SyncDesk.version(1), Optional.of(SyncDesk.version(2)));
        desk.ours(server, hook, "hook", SyncDesk.version(1), Optional.empty());
        desk.ours(server, mail, "mail", SyncDesk.version(4), Optional.of(SyncDesk.version(4)));
        desk.unanswered(server, mail);
        desk.foreign(server, "FROM_A_COLLEAGUE");
        desk.listed(hooks);
        desk.listed(server);
        desk.trash(old);
        desk.head(search, Head.NONE.failed(desk.time.instant().minusSeconds(3600), Setback.UNAVAILABLE));
    }

    @AfterEach
    void close() {
        runOnFx(desk::close);
    }

    @Test
    void thePlanIsLookedAtAndDecided() throws Exception {
        Screens.write("sync-plan", sheet(model -> {}), 1280, 800);
        Screens.write("sync-plan-all", sheet(model -> show(model, Show.ALL)), 900, 600);
        Screens.write(
                "sync-plan-conflict",
                sheet(model -> {
                    show(model, Show.CONFLICTS);
                    choose(model, 1);
                }),
                900,
                600);
        Screens.write("sync-plan-pulled-first", sheet(this::takeThere), 900, 600);
        Screens.write("sync-plan-deletes", sheet(model -> show(model, Show.DELETES)), 1280, 800);
        Screens.write("sync-plan-blocked", sheet(model -> show(model, Show.BLOCKED)), 900, 600);
        Screens.write(
                "sync-plan-heading",
                sheet(model -> {
                    show(model, Show.FOREIGN);
                    choose(model, 0);
                }),
                1280,
                800);
        assertTrue(Files.size(Path.of("target/screens/sync-plan-heading-dark.png")) > 0);
    }

    @Test
    void everySecretAtEveryRemoteIsAShape() throws Exception {
        Screens.write("sync-matrix", sheet(model -> model.tabProperty().set(Tab.MATRIX)), 1280, 800);
        Screens.write(
                "sync-matrix-open",
                sheet(model -> {
                    model.tabProperty().set(Tab.MATRIX);
                    matrix(model).legendProperty().set(true);
                    matrix(model).evidenceProperty().set(true);
                }),
                900,
                600);
        Screens.write(
                "sync-matrix-foreign",
                sheet(model -> {
                    model.tabProperty().set(Tab.MATRIX);
                    matrix(model).gapProperty().set(Gap.FOREIGN);
                    matrix(model).evidenceProperty().set(true);
                    matrix(model).legendProperty().set(true);
                }),
                1280,
                800);
        Screens.write(
                "sync-matrix-only",
                sheet(() -> desk.model(Set.of(stripe)), model -> {
                    model.tabProperty().set(Tab.MATRIX);
                    matrix(model).evidenceProperty().set(true);
                }),
                900,
                600);
        assertTrue(Files.size(Path.of("target/screens/sync-matrix-dark.png")) > 0);
    }

    @Test
    void longNamesOfRemotesAreCutInTheMiddle() throws Exception {
        for (RemoteId id : List.of(hooks, server, search)) {
            Remote base = desk.vault.remotes().get(id);
            RemoteDetails is = base.details();
            String name = "Acme payments, production, Frankfurt " + is.name().length();
            RemoteDetails longer = new RemoteDetails(name, is.place(), is.mapping(), is.prefix(), is.settings());
            desk.vault.remotes().change(base, longer, Map.of(), base.credentials());
        }
        Consumer<SyncViewModel> matrix = model -> {
            model.tabProperty().set(Tab.MATRIX);
            matrix(model).evidenceProperty().set(true);
        };
        Consumer<SyncViewModel> heading = model -> {
            show(model, Show.FOREIGN);
            choose(model, 0);
        };
        Screens.write("sync-long-plan-900", sheet(heading), 900, 600);
        Screens.write("sync-long-plan-1280", sheet(heading), 1280, 800);
        Screens.write("sync-long-matrix-900", sheet(matrix), 900, 600);
        Screens.write("sync-long-matrix-1280", sheet(matrix), 1280, 800);
        assertTrue(Files.size(Path.of("target/screens/sync-long-matrix-1280-dark.png")) > 0);
    }

    @Test
    void whatStandsThereIsThreeLists() throws Exception {
        Screens.write("sync-there", sheet(model -> model.tabProperty().set(Tab.THERE)), 1280, 800);
        Screens.write(
                "sync-there-small",
                sheet(model -> {
                    model.tabProperty().set(Tab.THERE);
                    SyncDesk.planned(model).plan().adoptAll(hooks);
                }),
                900,
                600);
        assertTrue(Files.size(Path.of("target/screens/sync-there-dark.png")) > 0);
    }

    @Test
    void filtersTellHowManyTheyShowAfterADecision() {
        Parent root = onFx(() -> {
            SyncViewModel model = desk.model();
            Parent made = new SyncView(model).root();
            assertEquals(made, new Scene(made).getRoot());
            made.applyCss();
            made.layout();
            assertEquals("Blocked  3", filter(made, Show.BLOCKED));
            takeThere(model);
            return made;
        });
        assertEquals("Blocked  4", onFx(() -> filter(root, Show.BLOCKED)));
    }

    private static String filter(Parent root, Show show) {
        return ((ToggleButton) ((FlowPane) root.lookup("#plan-filters"))
                        .getChildren()
                        .get(List.of(Show.values()).indexOf(show)))
                .getText();
    }

    @Test
    void aBannerOfAFirstContactLeadsToItsOwnRemote() throws Exception {
        RemoteId second = desk.remote("Second", VendorContracts.HOOKPULSE, Direction.PUSH, false);
        RemoteId third = desk.remote("Third", VendorContracts.MIXPEEK, Direction.PUSH, false);
        for (RemoteId remote : List.of(second, third)) {
            desk.foreign(remote, "AT_" + remote);
            desk.listed(remote);
        }
        Stage.Planned planned = onFx(() -> {
            SyncViewModel model = desk.model();
            Parent root = new SyncView(model).root();
            assertEquals(root, new Scene(root).getRoot());
            List<Hyperlink> shows = shows(root);
            assertEquals(2, shows.size());
            shows.getLast().fire();
            assertEquals(Tab.THERE, model.tabProperty().get());
            assertEquals(third, remoteOf(root));
            shows(root).getFirst().fire();
            assertEquals(second, remoteOf(root));
            return SyncDesk.planned(model);
        });
        assertEquals(Optional.of(second), planned.there().chosenProperty().get());
    }

    private static List<Hyperlink> shows(Parent root) {
        root.applyCss();
        root.layout();
        return root.lookupAll("#show-there").stream().map(Hyperlink.class::cast).toList();
    }

    private static RemoteId remoteOf(Parent root) {
        root.applyCss();
        root.layout();
        return ((Contact) ((ComboBox<?>) root.lookup("#there-remote")).getValue()).remote();
    }

    @Test
    void applyingIsAskedForFollowedAndSummedUp() throws Exception {
        Screens.write("sync-confirm", sheet(SyncViewModel::confirm), 1280, 800);
        Screens.write("sync-confirm-small", sheet(SyncViewModel::confirm), 900, 600);
        Background never = new Background(work -> {}, Runnable::run, (delay, action) -> () -> {});
        Screens.write("sync-planning", sheet(() -> desk.model(never), model -> {}), 900, 600);
        Screens.write("sync-applying", () -> over(applying()), 900, 600);
        Screens.write("sync-checking", () -> over(checking()), 900, 600);
        Screens.write("sync-ended", () -> over(ended()), 1280, 800);
        Screens.write("sync-ended-small", () -> over(ended()), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/sync-ended-dark.png")) > 0);
    }

    @Test
    void aRemoteThatToldOfNothingStopsAndTheUserMaySayWhy() throws Exception {
        desk.head(server, Head.NONE.listed(desk.time.instant(), 0));
        Screens.write("sync-emptied", sheet(model -> {}), 900, 600);
        Screens.write(
                "sync-doubt",
                sheet(model -> model.doubt(emptied(SyncDesk.planned(model)).orElseThrow())),
                900,
                600);
        assertTrue(Files.size(Path.of("target/screens/sync-doubt-dark.png")) > 0);
    }

    private static Optional<Banner.EmptyListing> emptied(Stage.Planned planned) {
        return planned.plan().plan().banners().stream()
                .filter(Banner.EmptyListing.class::isInstance)
                .map(Banner.EmptyListing.class::cast)
                .findFirst();
    }

    @Test
    void whereThereIsNothingToShowItIsSaid() throws Exception {
        desk.close();
        desk = new SyncDesk(Files.createDirectory(folder.resolve("empty")));
        Screens.write("sync-empty-plan", sheet(model -> {}), 900, 600);
        Screens.write("sync-empty-matrix", sheet(model -> model.tabProperty().set(Tab.MATRIX)), 900, 600);
        Screens.write("sync-empty-there", sheet(model -> model.tabProperty().set(Tab.THERE)), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/sync-empty-there-dark.png")) > 0);
    }

    @Test
    void aRemoteThatWasNotLookedAtYetIsToldOf() throws Exception {
        desk.close();
        desk = new SyncDesk(Files.createDirectory(folder.resolve("new")));
        desk.remote("Acme webhooks", VendorContracts.HOOKLISTENER, Direction.PUSH, true);
        desk.secret("STRIPE_API_KEY", "sk one");
        Screens.write("sync-never-plan", sheet(model -> {}), 900, 600);
        Screens.write("sync-never-there", sheet(model -> model.tabProperty().set(Tab.THERE)), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/sync-never-there-dark.png")) > 0);
    }

    @Test
    void manyDeletionsAreToldByNameAndTyped() throws Exception {
        for (int i = 0; i < 6; i++) {
            SecretId old = desk.secret("LEGACY_" + i, "old " + i);
            Traces wrote = SyncDesk.at(desk.time.instant().minus(Duration.ofDays(2)));
            desk.ours(hooks, old, "old " + i, wrote, Optional.of(wrote));
            desk.trash(old);
        }
        Screens.write("sync-confirm-deletes", sheet(SyncViewModel::confirm), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/sync-confirm-deletes-dark.png")) > 0);
    }

    private Parent applying() {
        SyncViewModel model = desk.model();
        Stage.Planned planned = SyncDesk.planned(model);
        Live live = new Live(planned.plan().work(), desk.time.background());
        Parent root = new ApplyingPane(model, new Stage.Applying(live, planned.sites())).root();
        List<Row> rows = live.rows();
        live.starting(rows);
        live.ended(new Applied(rows.get(0), new RowResult.Done(Action.UPDATE)));
        live.began(rows.get(1));
        return styled(root);
    }

    private Parent ended() {
        SyncViewModel model = desk.model();
        Stage.Planned planned = SyncDesk.planned(model);
        planned.plan().adoptAll(hooks);
        List<RowResult> results = List.of(
                new RowResult.Done(Action.UPDATE),
                new RowResult.Unknown(Action.UPDATE, desk.time.instant()),
                new RowResult.Refused(new Trouble.Forbidden("")),
                new RowResult.NotTried(new Stop.AtRemote(new Trouble.Unavailable(Trouble.Cause.TIMED_OUT))));
        List<Applied> rows = new ArrayList<>();
        for (Row row : planned.plan().work()) {
            rows.add(new Applied(row, results.get(rows.size() % results.size())));
        }
        Outcome.Ended outcome = new Outcome.Ended(
                planned.plan().plan(), rows, new Tally(Map.of(Action.UPDATE, 1), 2, 1, 1, 1, rows.size() - 3));
        return styled(new EndedPane(model, new Stage.Ended(outcome, planned.sites())).root());
    }

    private Parent checking() {
        SyncViewModel model = desk.model();
        CheckRun run = new CheckRun(desk.time.background());
        run.reached(hooks, 1200);
        return styled(new CheckingPane(
                        model, new Stage.Checking(run, SyncDesk.planned(model).sites(), false))
                .root());
    }

    private static StackPane styled(Parent root) {
        StackPane styled = new StackPane(root);
        styled.getStyleClass().add("sync");
        styled.getStylesheets()
                .add(Objects.requireNonNull(SyncView.class.getResource("sync.css"))
                        .toExternalForm());
        return styled;
    }

    private static void show(SyncViewModel model, Show show) {
        SyncDesk.planned(model).plan().showProperty().set(show);
    }

    private static void choose(SyncViewModel model, int line) {
        PlanList list = SyncDesk.planned(model).plan();
        list.chosenProperty().set(Optional.of(list.lines().get(line)));
    }

    /** Takes a value from the server that would else be sent to the webhooks. */
    private void takeThere(SyncViewModel model) {
        PlanList list = SyncDesk.planned(model).plan();
        RowKey there = key(list, server);
        RowKey elsewhere = key(list, hooks);
        list.choose(there, Choice.TAKE_REMOTE);
        list.find(elsewhere);
        assertEquals(Show.TO_DO, list.showProperty().get(), "it stays among what there is to do");
    }

    private static RowKey key(PlanList list, RemoteId remote) {
        return list.plan().rows(remote).stream()
                .filter(row -> row.name().equals("GITHUB_TOKEN"))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private static MatrixList matrix(SyncViewModel model) {
        return SyncDesk.planned(model).matrix();
    }

    private Supplier<Parent> sheet(Consumer<SyncViewModel> then) {
        return sheet(desk::model, then);
    }

    private static Supplier<Parent> sheet(Supplier<SyncViewModel> making, Consumer<SyncViewModel> then) {
        return () -> {
            SyncViewModel model = making.get();
            StackPane host = over(new SyncView(model).root());
            then.accept(model);
            return host;
        };
    }

    private static StackPane over(Parent root) {
        StackPane host = new StackPane();
        Sheet.over(host, root);
        return host;
    }
}
