package dev.lockstep.ui.shell;

import dev.lockstep.practice.HookpulseSimulator;
import dev.lockstep.practice.VoximplantSimulator;
import dev.lockstep.remote.Vendor;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.remotes.RemotesForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** What a user does with remotes at vendors in another process. */
final class RemoteErrands {
    private final Typist user;
    private final Window window;
    private final Path folder;

    /** @param folder what the vendors left there */
    RemoteErrands(Typist user, Path folder) {
        this.user = user;
        window = user.window();
        this.folder = folder;
    }

    /** Adds a remote of each vendor, tests them, and changes one. */
    void add() throws IOException {
        Properties addresses = new Properties();
        try (var in = Files.newInputStream(folder.resolve("vendors.properties"))) {
            addresses.load(in);
        }
        open();
        form(
                Vendor.HOOKPULSE,
                Map.of("address", addresses.getProperty("hookpulse"), "brand", HookpulseSimulator.BRAND));
        ToolkitTest.runOnFx(() -> choose("#field-update", "on"));
        user.typeInto("#credential-api-key", "api key");
        tryAndSave();
        form(
                Vendor.VOXIMPLANT,
                Map.of(
                        "address", addresses.getProperty("voximplant"),
                        "application", VoximplantSimulator.APPLICATION_NAME,
                        "authorities", folder.resolve("ca.pem").toString()));
        ToolkitTest.runOnFx(() -> sheet().drop(folder.resolve("credentials.json")));
        window.await("the file", () -> sheet().filled());
        tryAndSave();
        form(Vendor.KV_V2, Map.of("address", addresses.getProperty("kv")));
        ToolkitTest.runOnFx(() -> choose("#field-auth", "approle"));
        user.typeInto("#credential-role-id", "role id");
        user.typeInto("#credential-secret-id", "secret id");
        tryAndSave();
        for (Vendor vendor : new Vendor[] {Vendor.HOOKLISTENER, Vendor.MIXPEEK, Vendor.DREADNODE}) {
            form(vendor, Map.of("address", addresses.getProperty(vendor.id())));
            user.typeInto("#credential-api-key", "api key " + vendor.id());
            tryAndSave();
        }
        window.press(KeyCode.F5);
        window.await("a welcome everywhere", () -> sheet().allWelcome());
        edit();
        window.press(KeyCode.CONTROL, KeyCode.W);
        user.noSheet();
    }

    private void open() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        window.await("the remotes", () -> window.has("#close-remotes"));
    }

    /** Reads a value at each vendor that gives them, and leaves one of them on the screen. */
    void read() {
        open();
        for (Vendor vendor : new Vendor[] {Vendor.HOOKPULSE, Vendor.HOOKLISTENER, Vendor.KV_V2}) {
            read(vendor);
            window.press(KeyCode.ESCAPE);
            window.await("the remotes", () -> window.has("#add-another"));
        }
        read(Vendor.VOXIMPLANT);
    }

    private void form(Vendor vendor, Map<String, String> settings) throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.awaitFocus(ListView.class);
        ToolkitTest.runOnFx(() -> {
            @SuppressWarnings("unchecked")
            ListView<Vendor> vendors = (ListView<Vendor>) window.list("#vendors");
            vendors.getSelectionModel().select(vendor);
        });
        window.press(KeyCode.ENTER);
        window.awaitFocus(TextField.class);
        user.typeInto("#remote-name", "remote name " + vendor.id());
        ToolkitTest.runOnFx(() -> settings.forEach((id, text) ->
                window.robot().lookup("#field-" + id).queryAs(TextField.class).setText(text)));
    }

    private void choose(String query, String choice) {
        ComboBox<String> box = window.robot().lookup(query).queryComboBox();
        box.setValue(choice);
    }

    private void tryAndSave() {
        window.press(KeyCode.F5);
        window.await("a welcome", () -> window.hasText("It works"));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.awaitFocus(TableView.class);
    }

    private void edit() throws IOException {
        ToolkitTest.runOnFx(() -> sheet().edit(sheet().rowOf(Vendor.HOOKPULSE.id())));
        window.await("the form", () -> window.has("#replace-api-key"));
        fire("#replace-api-key");
        user.typeInto("#credential-api-key", "second api key");
        tryAndSave();
    }

    private void read(Vendor vendor) {
        ToolkitTest.runOnFx(() -> sheet().browse(sheet().rowOf(vendor.id())));
        window.await("the list of " + vendor, () -> sheet().listed());
        window.awaitFocus(TableView.class);
        ToolkitTest.runOnFx(() -> sheet().chooseFirst());
        fire("#read-value");
        window.await("the value", () -> sheet().read());
        fire("#copy-value");
        fire("#reveal-value");
        window.await("the value shown", () -> isShown());
    }

    private boolean isShown() {
        return window.node("#reveal-value") instanceof Button button
                && button.getText().startsWith("Hide (");
    }

    private void fire(String query) {
        window.await("a button " + query, () -> !window.node(query).isDisabled());
        ToolkitTest.runOnFx(((Button) window.node(query))::fire);
        ToolkitTest.settle();
    }

    private RemotesForTests sheet() {
        Predicate<Panel> remotes = Panel.Remotes.class::isInstance;
        Panel.Remotes open = (Panel.Remotes)
                window.model().panels().stream().filter(remotes).findFirst().orElseThrow();
        return new RemotesForTests(open.model());
    }
}
