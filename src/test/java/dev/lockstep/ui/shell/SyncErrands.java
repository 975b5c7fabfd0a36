package dev.lockstep.ui.shell;

import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.sync.SyncForTests;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** What a user does between a vault and all its remotes. */
final class SyncErrands {
    private static final Set<Vendor> READABLE =
            EnumSet.of(Vendor.HOOKPULSE, Vendor.VOXIMPLANT, Vendor.HOOKLISTENER, Vendor.KV_V2);

    private final Typist user;
    private final Window window;
    private final Errands errands;

    SyncErrands(Typist user, Errands errands) {
        this.user = user;
        window = user.window();
        this.errands = errands;
    }

    /** Pushes a secret to every remote and pulls what is only there, changes it, reads it back everywhere, and pushes the change. */
    void all() throws IOException, VaultException {
        for (Remote remote : vault().remotes().all()) {
            if (READABLE.contains(Vendor.of(remote.vendor()).orElseThrow())) {
                vault().remotes().conduct(remote.id(), new Conduct(false, Direction.TWO_WAY, false));
            }
        }
        window.press(KeyCode.CONTROL, KeyCode.N);
        // Not every vendor takes a name that begins with a digit.
        typeAfterLetter("#secret-name", "synced name");
        user.typeInto("#secret-value", "synced value");
        user.save();
        open();
        apply(Action.CREATE, Vendor.values().length);
        require(Action.PULL_NEW, READABLE.size());
        close();
        errands.replaceValue("second synced value");
        open();
        for (int i = 0; i < vault().remotes().all().size(); i++) {
            int remote = i;
            if (READABLE.contains(
                    Vendor.of(vault().remotes().all().get(i).vendor()).orElseThrow())) {
                ToolkitTest.runOnFx(() -> sheet().verify(remote));
                window.await("values read", () -> sheet().planned());
            }
        }
        apply(Action.UPDATE, Vendor.values().length);
        close();
    }

    private void typeAfterLetter(String query, String canary) throws IOException {
        window.await("a field " + query, () -> window.has(query));
        ToolkitTest.runOnFx(() -> window.node(query).requestFocus());
        ToolkitTest.settle();
        window.press(KeyCode.N);
        user.type(canary);
    }

    private OpenVault vault() {
        return window.model().open().orElseThrow().vault();
    }

    private void open() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        window.await("a plan", () -> isOpen() && sheet().planned());
        window.press(KeyCode.F5);
        window.await("every list", () -> sheet().listed());
    }

    private void apply(Action action, int least) {
        window.await("something to do", () -> sheet().applicable());
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.await("the question", () -> window.has("#confirm-apply"));
        window.press(KeyCode.ENTER);
        window.await("the end", () -> sheet().done(action) >= 0);
        require(action, least);
    }

    private void require(Action action, int least) {
        String told = ToolkitTest.onFx(() -> sheet().told());
        int done = ToolkitTest.onFx(() -> sheet().done(action));
        if (done < least) {
            throw new AssertionError(action + " was done " + done + " times: " + told);
        }
    }

    private void close() {
        window.press(KeyCode.ESCAPE);
        window.await("the plan", () -> sheet().planned());
        window.awaitFocus(TableView.class);
        window.press(KeyCode.ESCAPE);
        user.noSheet();
    }

    private boolean isOpen() {
        return window.model().panels().stream().anyMatch(Panel.Syncing.class::isInstance);
    }

    private SyncForTests sheet() {
        Predicate<Panel> syncing = Panel.Syncing.class::isInstance;
        Panel.Syncing open = (Panel.Syncing)
                window.model().panels().stream().filter(syncing).findFirst().orElseThrow();
        return new SyncForTests(open.model());
    }
}
