package dev.lockstep.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import dev.lockstep.settings.Checks;
import dev.lockstep.settings.Look;
import dev.lockstep.settings.Protection;
import dev.lockstep.settings.ThemeChoice;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The settings, for a sheet of about 680 pixels. */
public final class SettingsView {
    private static final double WIDTH = 680;
    private static final double HEIGHT = 720;

    private final SettingsViewModel viewModel;
    private final Parent root;

    public SettingsView(SettingsViewModel viewModel) {
        this.viewModel = viewModel;
        ProtectionChoices protection = viewModel.protection();
        VBox body =
                new VBox(20, lock(protection), clipboard(protection), remotes(), look(viewModel.look()), computer());
        body.setPadding(new Insets(4, 24, 20, 24));
        Button reset = new Button(Text.of("settings.reset"));
        reset.setId("reset");
        reset.setOnAction(event -> viewModel.reset());
        Button close = new Button(Text.of("settings.close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> viewModel.close());
        root = new SheetPage(Text.of("settings.title"), body)
                .buttons(reset, SheetPage.spring(), close)
                .prefSize(WIDTH, HEIGHT)
                .root();
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private static Node lock(ProtectionChoices chosen) {
        ComboBox<Integer> idle =
                Choices.of(Protection.IDLE_LOCK_MINUTES, SettingsView::minutes, chosen.idleLockMinutesProperty());
        idle.setId("idle-lock");
        ComboBox<Integer> reveal =
                Choices.of(Protection.REVEAL_SECONDS, SettingsView::seconds, chosen.revealSecondsProperty());
        return new Section(Text.of("settings.lock"))
                .row(Text.of("settings.idle"), Text.of("settings.idle.hint"), idle)
                .warning(chosen.idleWarning())
                .row(Text.of("settings.sleep"), Text.of("settings.sleep.hint"), toggle(chosen.lockOnSleepProperty()))
                .row(
                        Text.of("settings.minimise"),
                        Text.of("settings.minimise.hint"),
                        toggle(chosen.lockOnMinimiseProperty()))
                .row(Text.of("settings.reveal"), Text.of("settings.reveal.hint"), reveal)
                .root();
    }

    private static Node clipboard(ProtectionChoices chosen) {
        ComboBox<Integer> clear =
                Choices.of(Protection.CLIPBOARD_SECONDS, SettingsView::seconds, chosen.clipboardSecondsProperty());
        clear.setId("clipboard-clear");
        return new Section(Text.of("settings.clipboard"))
                .row(Text.of("settings.clipboard.clear"), Text.of("settings.clipboard.clear.hint"), clear)
                .warning(chosen.clipboardWarning())
                .root();
    }

    private Node remotes() {
        ComboBox<Integer> check =
                Choices.of(Checks.EVERY_MINUTES, SettingsView::every, viewModel.checkEveryMinutesProperty());
        check.setId("check-remotes");
        return new Section(Text.of("settings.remotes"))
                .row(Text.of("settings.remotes.check"), Text.of("settings.remotes.check.hint"), check)
                .root();
    }

    private static Node look(LookChoices chosen) {
        ComboBox<ThemeChoice> theme =
                Choices.of(List.of(ThemeChoice.values()), SettingsView::words, chosen.themeProperty());
        theme.setId("theme");
        ComboBox<Integer> zoom = Choices.of(
                Look.ZOOM_PERCENT, percent -> Text.of("settings.zoom.percent", percent), chosen.zoomPercentProperty());
        return new Section(Text.of("settings.look"))
                .row(Text.of("settings.theme"), Text.of("settings.theme.hint"), theme)
                .row(Text.of("settings.zoom"), Text.of("settings.zoom.hint"), zoom)
                .row(
                        Text.of("settings.compact"),
                        Text.of("settings.compact.hint"),
                        toggle(chosen.compactRowsProperty()))
                .row(
                        Text.of("settings.value-hint"),
                        Text.of("settings.value-hint.hint"),
                        toggle(chosen.valueHintProperty()))
                .root();
    }

    private Node computer() {
        Label file = fact(viewModel.file().toString());
        file.getStyleClass().add("mono");
        return new Section(Text.of("settings.computer"))
                .fact(Text.of("settings.computer.file"), file)
                .fact(Text.of("settings.computer.system"), fact(viewModel.system()))
                .fact(Text.of("settings.computer.histories"), fact(viewModel.clipboardHistories()))
                .root();
    }

    private static Label fact(String words) {
        Label fact = new Label(words);
        fact.setWrapText(true);
        fact.getStyleClass().add("subtitle");
        fact.setMaxWidth(400);
        return fact;
    }

    private static ToggleSwitch toggle(BooleanProperty chosen) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.selectedProperty().bindBidirectional(chosen);
        return toggle;
    }

    private static String seconds(int seconds) {
        return seconds == Protection.NEVER ? Text.of("settings.never") : Text.of("settings.seconds", seconds);
    }

    private static String minutes(int minutes) {
        return minutes == Protection.NEVER ? Text.of("settings.never") : Text.of("settings.minutes", minutes);
    }

    private static String every(int minutes) {
        if (minutes == Checks.NEVER) {
            return Text.of("settings.never");
        }
        Duration time = Duration.ofMinutes(minutes);
        if (time.toHours() == 0) {
            return Text.of("settings.every.minutes", minutes);
        }
        return time.toDays() == 0
                ? Text.of("settings.every.hours", time.toHours())
                : Text.of("settings.every.days", time.toDays());
    }

    private static String words(ThemeChoice theme) {
        return switch (theme) {
            case SYSTEM -> Text.of("settings.theme.system");
            case LIGHT -> Text.of("settings.theme.light");
            case DARK -> Text.of("settings.theme.dark");
        };
    }
}
