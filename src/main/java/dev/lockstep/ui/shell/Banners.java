package dev.lockstep.ui.shell;

import atlantafx.base.theme.Styles;
import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is to be said above a vault: that it is read-only, older or altered, that a sync was cut short, that an unsaved edit waits, and that the trash is to be looked at. */
final class Banners {
    private final ShellViewModel model;
    private final ZoneId zone;
    private final Discretion discretion;
    private final VBox root = new VBox();
    private final VBox drafts = new VBox();
    private final VBox trash = new VBox();
    private final VBox sync = new VBox();
    private final ObjectProperty<Optional<Drafts.Draft>> offered = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<SecretId>> lying = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<RemoteCare.CutShort>> cutShort = new SimpleObjectProperty<>(Optional.empty());

    Banners(ShellViewModel model, OpenVault vault, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        discretion = model.discretion().forScreen();
        vault.rollback()
                .ifPresent(older -> root.getChildren().add(new RollbackBanner(model, vault, older, zone).root()));
        if (vault.keys().altered()) {
            root.getChildren().add(altered());
        } else if (vault.readOnly() && vault.rollback().isEmpty()) {
            root.getChildren().add(banner(Feather.EYE, Text.of("shell.readOnly")));
        }
        root.getChildren().addAll(sync, drafts, trash);
        offered.bind(model.care().unfinished().offeredProperty());
        offered.subscribe(this::offer);
        discretion.presentingProperty().subscribe((before, now) -> offer(offered.get()));
        lying.bind(model.care().trash().dueProperty());
        lying.subscribe(this::ask);
        cutShort.bind(model.sheets().ofRemotes().care().cutShortProperty());
        cutShort.subscribe(this::resume);
        root.getProperties().put(Banners.class, this);
    }

    Parent root() {
        return root;
    }

    private Node altered() {
        Button keys = new Button(Text.of("shell.altered.show"));
        keys.setId("show-keys");
        keys.getStyleClass().add(Styles.SMALL);
        keys.setOnAction(event -> model.sheets().ofVault().vaultKeys());
        return banner(Feather.ALERT_TRIANGLE, Text.of("shell.altered"), keys);
    }

    private void offer(Optional<Drafts.Draft> draft) {
        drafts.getChildren().setAll(draft.stream().map(this::draft).toList());
    }

    private Node draft(Drafts.Draft draft) {
        String name = discretion.line(draft.details().name());
        String when = Ago.exact(draft.when(), zone);
        Button restore = new Button(Text.of("shell.draft.restore"));
        restore.setId("restore-draft");
        restore.getStyleClass().add(Styles.SMALL);
        restore.setOnAction(event -> model.care().unfinished().restore());
        Button discard = new Button(Text.of("shell.draft.discard"));
        discard.setId("discard-draft");
        discard.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        discard.setOnAction(event -> model.care().unfinished().discard());
        String words = name.isEmpty() ? Text.of("shell.draft.unnamed", when) : Text.of("shell.draft", name, when);
        return banner(Feather.EDIT_3, words, restore, discard);
    }

    private void ask(List<SecretId> due) {
        trash.getChildren().clear();
        if (!due.isEmpty()) {
            trash.getChildren()
                    .add(banner(
                            Feather.TRASH_2,
                            Text.of(
                                    "shell.trash",
                                    due.size(),
                                    model.care().trash().days()),
                            small(
                                    "trash-show",
                                    Text.of("shell.trash.show"),
                                    () -> model.open()
                                            .ifPresent(shown -> shown.model().showTrash())),
                            small(
                                    "trash-delete",
                                    Text.of("shell.trash.delete"),
                                    () -> model.open()
                                            .ifPresent(shown -> shown.model().askToDelete(due))),
                            small(
                                    "trash-keep",
                                    Text.of("shell.trash.keep"),
                                    model.care().trash()::keep)));
        }
    }

    private void resume(Optional<RemoteCare.CutShort> left) {
        sync.getChildren().setAll(left.stream().map(this::resume).toList());
    }

    private Node resume(RemoteCare.CutShort left) {
        RemoteSheets sheets = model.sheets().ofRemotes();
        String words = left.unknown() == 0
                ? Text.of("shell.cutShort", left.rows())
                : Text.of("shell.cutShort.unknown", left.rows(), left.unknown());
        return banner(
                Feather.ROTATE_CW,
                words,
                small("resume-cut-short", Text.of("shell.cutShort.resume"), sheets::sync),
                small("later-cut-short", Text.of("shell.cutShort.later"), sheets.care()::later));
    }

    private static Button small(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Node banner(Feather icon, String words, Node... actions) {
        Label label = new Label(words, Icon.of(icon));
        label.setWrapText(true);
        HBox line = new HBox(8, label, SheetPage.spring());
        line.getChildren().addAll(actions);
        line.getStyleClass().add("banner");
        return line;
    }
}
