package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Entry;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pane on the right: all about the selected secret, or what can be done with several. */
final class DetailsPane {
    private final SecretsViewModel model;
    private final Parts parts;
    private final Label name = new Label();
    private final Label subtitle = new Label();
    private final Star star;
    private final ValuePane value;
    private final FactsPane facts;
    private final AboutPane about;
    private final RemotesPane remotes;
    private final Node one;
    private final Node none = new EmptyState(Feather.KEY, Text.of("secrets.details.none")).root();
    private final ManyPane many;
    private final StackPane root = new StackPane();

    DetailsPane(SecretsViewModel model, Wording wording) {
        this.model = model;
        parts = model.parts();
        star = new Star(() -> model.run(Action.FAVOURITE));
        value = new ValuePane(model);
        facts = new FactsPane(wording, () -> model.run(Action.HISTORY));
        about = new AboutPane(model, wording);
        remotes = new RemotesPane(model);
        many = new ManyPane(model);
        one = scroll(new VBox(16, header(), about.banner(), value.root(), about.root(), remotes.root(), facts.node()));
        root.getStyleClass().add("details-pane");
        root.setMinWidth(0);
        parts.details().subjectProperty().subscribe(this::show);
        parts.sidebar()
                .countsProperty()
                .subscribe(counts -> show(parts.details().subjectProperty().get()));
        model.tellingsProperty()
                .subscribe(number -> show(parts.details().subjectProperty().get()));
    }

    Region root() {
        return root;
    }

    private void show(Subject subject) {
        root.getChildren()
                .setAll(
                        switch (subject) {
                            case Subject.Nothing nothing -> none;
                            case Subject.Many selected -> many.of(selected.count());
                            case Subject.One selected -> show(selected.entry());
                        });
    }

    private Node show(Entry entry) {
        name.setText(model.habits().discretion().line(entry.name()));
        subtitle.setText(
                Text.of("secrets.subtitle", parts.sidebar().title(entry.collection()), Wording.kind(entry.kind())));
        star.show(entry.favourite());
        star.node().setVisible(entry.trashed().isEmpty());
        value.refresh();
        facts.show(entry);
        about.show(entry);
        remotes.show(entry);
        return one;
    }

    private Node header() {
        name.getStyleClass().add("details-name");
        name.setWrapText(true);
        subtitle.getStyleClass().add("subtitle");
        subtitle.setWrapText(true);
        Button edit = Icon.button(Feather.EDIT_2, Action.EDIT.words());
        edit.getStyleClass().add("small-button");
        edit.setOnAction(event -> model.run(Action.EDIT));
        model.enabled(Action.EDIT).subscribe(edit::setVisible);
        star.node().getStyleClass().add("always");
        star.node().setFocusTraversable(true);
        star.node().managedProperty().bind(star.node().visibleProperty());
        HBox buttons = new HBox(4, star.node(), edit, more());
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, name, SheetPage.spring(), buttons);
        line.setAlignment(Pos.TOP_LEFT);
        return new VBox(2, line, subtitle);
    }

    private Button more() {
        Button more = Icon.button(Feather.MORE_HORIZONTAL, Text.of("secrets.more"));
        more.getStyleClass().add("small-button");
        ContextMenu menu = new RowMenu(model).menu();
        more.setOnAction(event -> menu.show(more, Side.BOTTOM, 0, 0));
        return more;
    }

    private static ScrollPane scroll(Region content) {
        content.getStyleClass().add("details-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }
}
