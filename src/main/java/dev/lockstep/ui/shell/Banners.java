package dev.lockstep.ui.shell;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Ago;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Text;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.OpenVault;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is to be said above a vault: that it is read-only, that its key slots were altered, and that an unsaved edit waits. */
final class Banners {
    private final ShellViewModel model;
    private final ZoneId zone;
    private final Discretion discretion;
    private final VBox root = new VBox();
    private final VBox drafts = new VBox();
    private final ObjectProperty<Optional<Drafts.Draft>> offered = new SimpleObjectProperty<>(Optional.empty());

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
        root.getChildren().add(drafts);
        offered.bind(model.unfinished().offeredProperty());
        offered.subscribe(this::offer);
        discretion.presentingProperty().subscribe((before, now) -> offer(offered.get()));
        root.getProperties().put(Banners.class, this);
    }

    Parent root() {
        return root;
    }

    private Node altered() {
        Button keys = new Button(Text.of("shell.altered.show"));
        keys.setId("show-keys");
        keys.getStyleClass().add(Styles.SMALL);
        keys.setOnAction(event -> model.sheets().vaultKeys());
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
        restore.setOnAction(event -> model.unfinished().restore());
        Button discard = new Button(Text.of("shell.draft.discard"));
        discard.setId("discard-draft");
        discard.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        discard.setOnAction(event -> model.unfinished().discard());
        String words = name.isEmpty() ? Text.of("shell.draft.unnamed", when) : Text.of("shell.draft", name, when);
        return banner(Feather.EDIT_3, words, restore, discard);
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
