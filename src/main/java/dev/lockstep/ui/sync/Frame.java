package dev.lockstep.ui.sync;

import atlantafx.base.theme.Styles;
import dev.lockstep.model.CollectionId;
import dev.lockstep.transfer.PlanExport.Format;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Filters;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Text;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** What stands around a plan, whichever way it is looked at: scope and tabs above, what can be done with it below. */
final class Frame {
    private final SyncViewModel model;
    private final Stage.Planned planned;
    private final Button apply = Controls.button("apply-sync", "", () -> {});
    private final Parent root;

    Frame(SyncViewModel model, Stage.Planned planned, Node body) {
        this.model = model;
        this.planned = planned;
        apply.getStyleClass().add(Styles.ACCENT);
        apply.setOnAction(event -> model.confirm());
        apply.setTooltip(new Tip(Shortcut.APPLY_SYNC.hint(Text.of("sync.apply.help"))));
        planned.plan().planProperty().subscribe(plan -> button());
        root = new SheetPage(model.scope().only().title(), body)
                .beside(scope(), tabs())
                .notices(FailureNote.of(model.failureProperty()), new BannerBox(model, planned).root())
                .buttons(
                        check(),
                        export(),
                        SheetPage.spring(),
                        Controls.button("close-sync", Text.of("sync.close"), model::close),
                        apply)
                .filling()
                .prefSize(SyncView.WIDTH, SyncView.HEIGHT)
                .root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Parent root() {
        return root;
    }

    private void button() {
        int work = planned.plan().work().size();
        apply.setText(Text.of("sync.apply", work));
        apply.setDisable(!model.applicable(planned));
    }

    private Node scope() {
        ComboBox<Optional<CollectionId>> box = new ComboBox<>();
        box.setId("sync-scope");
        box.setAccessibleText(Text.of("sync.scope"));
        List<Optional<CollectionId>> all = new ArrayList<>(List.of(Optional.empty()));
        model.scope().collections().forEach(one -> all.add(Optional.of(one.id())));
        box.setConverter(new Choice<>(this::scope));
        box.getItems().setAll(all);
        box.setValue(model.scope().collectionProperty().get());
        box.setMaxWidth(240);
        box.valueProperty()
                .subscribe((before, now) -> model.scope().collectionProperty().set(now));
        return box;
    }

    private String scope(Optional<CollectionId> collection) {
        return collection
                .flatMap(id -> model.scope().collections().stream()
                        .filter(one -> one.id().equals(id))
                        .map(SecretCollection::title)
                        .findFirst())
                .map(title -> model.spelling().name(title))
                .orElseGet(() -> Text.of("sync.scope.all"));
    }

    private Node tabs() {
        ToggleGroup group = new ToggleGroup();
        HBox line = new HBox();
        line.setId("sync-tabs");
        List<Tab> all = List.of(Tab.values());
        for (Tab tab : all) {
            ToggleButton button = new ToggleButton(tab.words());
            button.setId("tab-" + tab.name());
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(tab == model.tabProperty().get());
            button.getStyleClass()
                    .add(
                            tab == all.getFirst()
                                    ? Styles.LEFT_PILL
                                    : tab == all.getLast() ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            line.getChildren().add(button);
        }
        Filters.follow(group, all, model.tabProperty());
        return line;
    }

    private Node check() {
        Button check = Controls.button("check-sync", Text.of("sync.check"), model::check);
        check.setGraphic(Icon.of(Feather.REFRESH_CW));
        check.setTooltip(new Tip(Shortcut.CHECK_REMOTES.hint(Text.of("sync.check.help"))));
        check.setDisable(model.scope().isEmpty());
        return check;
    }

    private Node export() {
        MenuButton menu = new MenuButton(Text.of("sync.export"));
        menu.setId("export-plan");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setTooltip(new Tip(Text.of("sync.export.help")));
        menu.getItems()
                .setAll(
                        item(Text.of("sync.export.markdown"), Format.MARKDOWN),
                        item(Text.of("sync.export.json"), Format.JSON));
        return menu;
    }

    private MenuItem item(String words, Format format) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> choose(format));
        return item;
    }

    private void choose(Format format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("sync.export.title"));
        chooser.setInitialFileName(
                switch (format) {
                    case JSON -> Text.of("sync.export.name.json");
                    case MARKDOWN -> Text.of("sync.export.name.markdown");
                });
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath(), format);
        }
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.APPLY_SYNC.matches(key)) {
            key.consume();
            model.confirm();
        } else if (Shortcut.CHECK_REMOTES.matches(key)) {
            key.consume();
            model.check();
        }
    }
}
