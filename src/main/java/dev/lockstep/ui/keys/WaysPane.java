package dev.lockstep.ui.keys;

import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.Keys;
import dev.lockstep.vault.Way;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The ways into the vault on the screen, line by line, with what can be done to each. */
final class WaysPane implements KeysView.Pane {
    private final KeysViewModel model;
    private final FailureNote note = new FailureNote();
    private final VBox told = new VBox(8);
    private final VBox rows = new VBox(12);
    private final VBox sections = new VBox(20);
    private final Button close = new Button(Text.of("ways.close"));
    private final Parent root;

    WaysPane(KeysViewModel model) {
        this.model = model;
        VBox.setMargin(told, new Insets(0, 0, 12, 0));
        VBox.setMargin(note.root(), new Insets(0, 0, 12, 0));
        rows.getStyleClass().add("card");
        sections.setPadding(new Insets(4, 24, 20, 24));
        close.setDefaultButton(true);
        close.getStyleClass().add(Sheet.FIRST_FOCUS);
        close.setOnAction(pressed -> model.leave());
        root = new SheetPage(Text.of("ways.title"), sections)
                .notices(told, note.root())
                .buttons(close)
                .prefSize(KeysView.WIDTH, KeysView.HIGH)
                .root();
        model.ways().shownProperty().subscribe(this::show);
        model.course().noticeProperty().subscribe(notice -> tell());
        model.course().failureProperty().subscribe(failure -> note.show(failure.orElse(null)));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        close.requestFocus();
    }

    private void show(WaysPart.Shown shown) {
        tell();
        rows.getChildren()
                .setAll(
                        password(shown).root(),
                        keyFile(shown).root(),
                        code(shown).root());
        rows.setVisible(shown.known());
        Node quick = new QuickSection(model, shown).root();
        sections.getChildren().setAll(section(Text.of("ways.intro"), rows), quick);
        if (!shown.readOnly()) {
            sections.getChildren().add(section(Text.of("ways.rekey"), rekey()));
        }
    }

    private void tell() {
        WaysPart.Shown shown = model.ways().shown();
        told.getChildren().clear();
        if (shown.altered()) {
            told.getChildren().add(Notices.altered(model::dropAltered));
        } else if (shown.readOnly() && shown.known()) {
            told.getChildren().add(Notices.readOnly());
        }
        Optional<Notice> notice = model.course().noticeProperty().get();
        notice.ifPresent(done -> told.getChildren().add(Notices.done(done, () -> model.begin(Task.REKEY))));
        told.setManaged(!told.getChildren().isEmpty());
    }

    private WayRow password(WaysPart.Shown shown) {
        Way way = shown.hasKeyFile() ? Way.PASSWORD_AND_KEY_FILE : Way.PASSWORD;
        WayRow row =
                new WayRow(Feather.LOCK, Text.of("ways.password"), since(shown, way, Text.of("ways.password.none")));
        if (shown.readOnly()) {
            return row;
        }
        if (!shown.hasPassword()) {
            return task(row, Task.CHANGE_PASSWORD, Text.of("ways.set-password"));
        }
        return remove(task(row, Task.CHANGE_PASSWORD, KeysWords.verb(Task.CHANGE_PASSWORD)), way);
    }

    private WayRow keyFile(WaysPart.Shown shown) {
        WayRow row = new WayRow(
                Feather.FILE,
                Text.of("ways.key-file"),
                shown.hasKeyFile() ? Text.of("ways.key-file.needed") : Text.of("ways.key-file.none"));
        if (shown.readOnly() || !shown.hasPassword()) {
            return row;
        }
        return shown.hasKeyFile()
                ? task(
                        task(row, Task.REPLACE_KEY_FILE, KeysWords.verb(Task.REPLACE_KEY_FILE)),
                        Task.REMOVE_KEY_FILE,
                        Text.of("ways.remove"))
                : task(row, Task.ADD_KEY_FILE, KeysWords.verb(Task.ADD_KEY_FILE));
    }

    private WayRow code(WaysPart.Shown shown) {
        WayRow row = new WayRow(
                Feather.LIFE_BUOY, Text.of("ways.code"), since(shown, Way.RECOVERY_CODE, Text.of("ways.code.none")));
        if (shown.readOnly()) {
            return row;
        }
        return shown.has(Way.RECOVERY_CODE)
                ? remove(task(row, Task.RENEW_CODE, KeysWords.verb(Task.RENEW_CODE)), Way.RECOVERY_CODE)
                : task(row, Task.RENEW_CODE, Text.of("ways.make-code"));
    }

    private Node rekey() {
        Label hint = new Label(Text.of("ways.rekey.hint"));
        hint.setWrapText(true);
        Button begin = new Button(Text.of("ways.rekey"));
        begin.setId("rekey");
        begin.setOnAction(pressed -> model.begin(Task.REKEY));
        VBox card = new VBox(12, hint, begin);
        card.getStyleClass().add("card");
        return card;
    }

    private WayRow task(WayRow row, Task task, String words) {
        return row.button("task-" + task.name(), words, KeysWords.verb(task), () -> model.begin(task));
    }

    private WayRow remove(WayRow row, Way way) {
        return row.button(
                "remove-" + way.name(),
                Text.of("ways.remove"),
                Text.of("ways.remove.title", KeysWords.name(way)),
                () -> model.removal().ask(way));
    }

    private String since(WaysPart.Shown shown, Way way, String none) {
        return shown.ways().stream()
                .filter(each -> each.way() == way)
                .findFirst()
                .map(this::since)
                .orElse(none);
    }

    private String since(Keys.WayIn way) {
        return way.since()
                .map(when -> Text.of("ways.since", Ago.exact(when, model.clock().getZone())))
                .orElseGet(() -> Text.of("ways.since.unknown"));
    }

    private static Node section(String heading, Node content) {
        Label title = new Label(heading);
        title.getStyleClass().add("section");
        return new VBox(8, title, content);
    }
}
