package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One vault and practice vaults of two vendors, of which one gives values back and one does not, from first contact on, by keys alone. */
class TwoVendorsJourneyTest extends ToolkitTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Connector connector = new Connector(executor, Clock.systemUTC());

    @TempDir
    private Path folder;

    @Test
    void twoVendorsAreBroughtIntoStepFromFirstContactToTheLastConflict() throws Exception {
        Path file = vault();
        try (Window window = new Window(folder)) {
            window.unlock(file);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            window.awaitFocus("add-remote");
            practise(window, Vendor.KV_V2);
            practise(window, Vendor.DREADNODE);
            window.press(KeyCode.ESCAPE);
            window.await("no sheet", () -> window.model().panels().isEmpty());

            firstContact(window);
            apply(window, "journey-two-first", "6 created, 0 updated, 1 adopted, 0 conflicts, 1 blocked");
            everybodyMoves(window);
            conflicts(window);
            apply(window, "journey-two-second", "0 created, 4 updated, 1 taken, 1 conflict, 2 blocked");
            find(window, "STRIPE_API_KEY", 0);
            window.press(KeyCode.SPACE);
            window.await("the row that waited", () -> window.hasText("Apply 1 row"));
            apply(window, "journey-two-third", "0 created, 1 updated, 1 conflict, 1 blocked");
            matrix(window);
        }
    }

    /** Adds a practice vault as it is proposed. */
    private static void practise(Window window, Vendor vendor) {
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.awaitFocus("vendors");
        while (!vendor.equals(onFx(() -> chosen(window)))) {
            window.press(KeyCode.DOWN);
        }
        window.tabTo("practise");
        window.press(KeyCode.SPACE);
        window.awaitFocus(TextField.class);
        window.press(KeyCode.F5);
        window.await("a welcome", () -> window.hasText("It works"));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.awaitFocus("remotes-table");
    }

    private static Object chosen(Window window) {
        return window.list("#vendors").getSelectionModel().getSelectedItem();
    }

    /** Looks at both, sees the three lists, and adopts the one name that both sides have at the vendor that gives no values. */
    private static void firstContact(Window window) {
        window.press(KeyCode.F5);
        window.await("the first contact", () -> window.has("#show-there"));
        window.awaitFocus("plan-table");
        window.picture("journey-two-contact");
        window.tabTo("show-there");
        window.press(KeyCode.SPACE);
        window.awaitFocus("there-clashes");
        assertEquals(
                List.of(List.of(), List.of("EXAMPLE_API_KEY"), List.of("EXAMPLE_SIGNING_SECRET", "EXAMPLE_TOKEN")),
                onFx(() -> List.of(
                        names(window, "#there-ours"),
                        names(window, "#there-clashes"),
                        names(window, "#there-unknown"))));
        window.press(KeyCode.SPACE);
        window.picture("journey-two-there");
        turn(window, "tab-THERE", KeyCode.LEFT, "matrix-table");
        turn(window, "tab-MATRIX", KeyCode.LEFT, "plan-table");
        window.await("seven rows", () -> window.hasText("Apply 7 rows"));
    }

    /** From one page to the next. */
    private static void turn(Window window, String tab, KeyCode key, String focused) {
        window.tabTo(tab);
        window.press(key);
        window.awaitFocus(focused);
    }

    private static List<String> names(Window window, String list) {
        return window.list(list).getItems().stream().map(Object::toString).toList();
    }

    private static void apply(Window window, String picture, String summary) {
        window.picture(picture + "-plan");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.awaitFocus("confirm-apply");
        window.press(KeyCode.ENTER);
        window.await("the end", () -> window.has("#apply-summary"));
        window.picture(picture + "-ended");
        String told = onFx(() -> ((Label) window.node("#apply-summary")).getText());
        assertTrue(told.startsWith(summary), told);
        window.press(KeyCode.ESCAPE);
        window.awaitFocus("plan-table");
    }

    /** Here and at both vendors values are changed, by us and by somebody else. */
    private void everybodyMoves(Window window) throws Exception {
        OpenVault vault = window.model().open().orElseThrow().vault();
        for (String name : List.of("GITHUB_TOKEN", "STRIPE_API_KEY", "WEBHOOK_SECRET")) {
            Entry entry = entry(vault, name);
            try (SecretValue value = TestVaults.value("ours " + name)) {
                vault.secrets().edit(entry, SecretDetails.of(entry), value);
            }
        }
        somebodyWrites(vault, Vendor.KV_V2, "GITHUB_TOKEN", "STRIPE_API_KEY", "WEBHOOK_SECRET");
        somebodyWrites(vault, Vendor.DREADNODE, "WEBHOOK_SECRET");
        window.press(KeyCode.F5);
        window.await("five conflicts", () -> window.hasText("Conflicts  5"));
        window.awaitFocus("plan-table");
        window.picture("journey-two-conflicts");
    }

    private void somebodyWrites(OpenVault vault, Vendor vendor, String... names) throws Exception {
        try (Connection there = connection(vault, vendor);
                RemoteVault open = connector.open(there)) {
            List<RemoteSecret> all = new ArrayList<>();
            open.list(all::add);
            for (String name : names) {
                RemoteSecret found = all.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
                try (SecretValue value = TestVaults.value("theirs " + name)) {
                    open.updater().orElseThrow().update(found.id().orElseThrow(), RemoteVault.Change.to(value));
                }
            }
        }
    }

    private static Connection connection(OpenVault vault, Vendor vendor) {
        Remote remote = vault.remotes().all().stream()
                .filter(one -> one.vendor().equals(vendor.id()))
                .findFirst()
                .orElseThrow();
        Map<String, SecretValue> credentials = vendor == Vendor.KV_V2
                ? Map.of("token", TestVaults.value(KvSimulator.TOKEN))
                : Map.of("api-key", TestVaults.value(DreadnodeSimulator.TOKEN));
        return new Connection(vendor, remote.details().settings(), credentials);
    }

    /** Each of the three choices once, and what was adopted gets the value here; one row waits for what another takes in. */
    private static void conflicts(Window window) {
        find(window, "EXAMPLE_API_KEY", 0);
        choose(window, "choice-KEEP_LOCAL", "Apply 3 rows");
        find(window, "GITHUB_TOKEN", 1);
        choose(window, "choice-KEEP_LOCAL", "Apply 4 rows");
        find(window, "STRIPE_API_KEY", 0);
        window.press(KeyCode.SPACE);
        window.await("a row less", () -> window.hasText("Apply 3 rows"));
        find(window, "STRIPE_API_KEY", 1);
        choose(window, "choice-TAKE_REMOTE", "Apply 4 rows");
        window.picture("journey-two-choices");
        find(window, "WEBHOOK_SECRET", 0);
        choose(window, "choice-KEEP_LOCAL", "Apply 5 rows");
        find(window, "WEBHOOK_SECRET", 1);
        choose(window, "choice-TAKE_REMOTE", "Apply 5 rows"); // what is taken in there holds back the other row
        choose(window, "choice-SKIP", "Apply 5 rows");
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.awaitFocus("plan-search");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.DOWN);
        window.awaitFocus("plan-table");
    }

    /** Moves to the row of a secret at one of the remotes, which stand in the order of their names. */
    private static void find(Window window, String name, int remote) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.awaitFocus("plan-search");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type(name);
        window.press(KeyCode.DOWN);
        window.awaitFocus("plan-table");
        window.press(KeyCode.HOME);
        for (int i = 0; i < 1 + 2 * remote; i++) {
            window.press(KeyCode.DOWN);
        }
    }

    private static void choose(Window window, String choice, String then) {
        window.press(KeyCode.ENTER);
        window.awaitFocus("choice-KEEP_LOCAL");
        for (int i = 0; i < 2 && !onFx(() -> selected(window, choice)); i++) {
            window.press(i == 0 && choice.equals("choice-KEEP_LOCAL") ? KeyCode.SPACE : KeyCode.DOWN);
        }
        window.awaitFocus(choice);
        window.await(then, () -> window.hasText(then));
        window.press(KeyCode.ESCAPE);
        window.awaitFocus("plan-table");
    }

    private static boolean selected(Window window, String choice) {
        return ((RadioButton) window.node("#" + choice)).isSelected();
    }

    /** No cell is unclear; what was skipped is told as changed, and what was never adopted as not ours. */
    private static void matrix(Window window) {
        turn(window, "tab-PLAN", KeyCode.RIGHT, "matrix-table");
        window.press(KeyCode.L);
        window.press(KeyCode.ENTER);
        window.await("the evidence", () -> window.node("#matrix-evidence").isVisible());
        window.picture("journey-two-matrix");
        assertEquals(
                Map.of("sign-unchanged", 4, "sign-verified", 2, "sign-changed", 1, "sign-foreign", 1),
                onFx(() -> signs(window)));
    }

    private static Map<String, Integer> signs(Window window) {
        Map<String, Integer> signs = new HashMap<>();
        window.node("#matrix-table").lookupAll(".table-cell .sign").stream()
                .map(shape -> shape.getStyleClass().getLast())
                .forEach(style -> signs.merge(style, 1, Integer::sum));
        return signs;
    }

    private static Entry entry(OpenVault vault, String name) {
        return vault.secrets()
                .named(TestVaults.collection(vault), name)
                .flatMap(vault.catalog()::entry)
                .orElseThrow();
    }

    private Path vault() throws Exception {
        Path file = folder.resolve("Acme.lockstep");
        try (OpenVault made = TestVaults.create(file)) {
            for (String name : List.of("EXAMPLE_API_KEY", "GITHUB_TOKEN", "STRIPE_API_KEY", "WEBHOOK_SECRET")) {
                TestVaults.add(made, name, "first " + name);
            }
        }
        return file;
    }
}
