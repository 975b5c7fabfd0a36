package dev.lockstep.ui.secrets;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.sync.plan.Whereabouts;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.ui.kit.states.SignShape;
import dev.lockstep.vault.Entry;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the selected secret stands at each remote: what is known, what shows it, and what can be done about it. */
final class RemotesPane {
    private final SecretsViewModel model;
    private final Parts parts;
    private final MarkWords words;
    private final VBox list = new VBox(12);
    private final VBox root;
    private @Nullable Entry entry;

    RemotesPane(SecretsViewModel model) {
        this.model = model;
        parts = model.parts();
        words = new MarkWords(model.habits());
        Label heading = new Label(Text.of("secrets.column.remotes"));
        heading.getStyleClass().add("section");
        list.setId("details-remotes");
        root = new VBox(8, heading, list);
        root.managedProperty().bind(root.visibleProperty());
        parts.marks().tellingsProperty().subscribe((before, now) -> draw());
        parts.marks().connectedProperty().subscribe((before, now) -> draw());
        parts.checking().remoteProperty().subscribe((before, now) -> draw());
    }

    VBox root() {
        return root;
    }

    void show(Entry shown) {
        entry = shown;
        draw();
    }

    private void draw() {
        Entry shown = entry;
        if (shown == null) {
            return;
        }
        Optional<Object> keyboard = keyboard();
        Optional<FailureWords> failure = parts.marks().failure();
        Optional<List<Mark>> marks = parts.marks().of(shown.id());
        root.setVisible(
                shown.trashed().isEmpty() || marks.filter(all -> !all.isEmpty()).isPresent());
        if (failure.isPresent()) {
            list.getChildren()
                    .setAll(Controls.wrapped(
                            Text.of("secrets.remotes.failed", failure.get().what()), "subtitle"));
        } else if (marks.isEmpty()) {
            list.getChildren().setAll(Controls.wrapped(Text.of("secrets.remotes.looking"), "subtitle"));
        } else if (marks.get().isEmpty()) {
            list.getChildren().setAll(none());
        } else {
            list.getChildren()
                    .setAll(marks.get().stream().map(mark -> one(shown, mark)).toList());
        }
        keyboard.ifPresent(this::give);
    }

    /** What the keyboard is on, to be found again when everything was drawn anew. */
    private Optional<Object> keyboard() {
        return list.lookupAll("*").stream().filter(Node::isFocused).findFirst().map(Node::getUserData);
    }

    private void give(Object action) {
        list.lookupAll("*").stream()
                .filter(node -> action.equals(node.getUserData()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private Node none() {
        Button connect = Controls.button(
                "connect-remote",
                Text.of("secrets.remotes.connect"),
                model.exits().remotes());
        connect.setTooltip(new Tip(Shortcut.REMOTES.hint(Text.of("secrets.remotes.connect.help"))));
        return new VBox(8, Controls.wrapped(Text.of("secrets.remotes.none.long"), "subtitle"), connect);
    }

    private Node one(Entry shown, Mark mark) {
        Label name = Controls.wrapped(words.name(mark), "remote-name");
        HBox head = new HBox(8, new SignShape(mark.sign()), name);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(2, head, Controls.wrapped(words.state(mark), "remote-state"));
        mark.where().ifPresent(where -> box.getChildren().addAll(facts(where)));
        box.getChildren().add(actions(shown, mark));
        box.getStyleClass().add("remote-standing");
        return box;
    }

    private List<Node> facts(Whereabouts where) {
        Label there = Controls.wrapped(Text.of("secrets.remotes.there", words.there(where)), "subtitle");
        Label evidence = Controls.wrapped(words.evidence(where), "subtitle");
        return where.known()
                .map(when -> List.<Node>of(there, evidence, known(words.known(when))))
                .orElseGet(() -> List.of(there, evidence));
    }

    private static Label known(CellText told) {
        Label known = Controls.wrapped(Text.of("secrets.remotes.known", told.text()), "subtitle");
        known.setTooltip(new Tip(told.exact()));
        return known;
    }

    private FlowPane actions(Entry shown, Mark mark) {
        Optional<RemoteId> busy = parts.checking().remoteProperty().get();
        boolean mine = busy.filter(mark.remote()::equals).isPresent();
        Hyperlink check =
                link(mine ? Text.of("secrets.remotes.checking") : Text.of("secrets.remotes.check"), mark, "check");
        check.setAccessibleText(Text.of("secrets.remotes.check.spoken", words.name(mark)));
        check.setOnAction(event -> parts.checking().start(mark.remote()));
        FlowPane line = new FlowPane(16, 0, check);
        line.getStyleClass().add("remote-actions");
        mark.where().ifPresent(where -> {
            RowKey key = new RowKey(mark.remote(), Optional.of(shown.id()), where.there());
            Hyperlink plan = link(Text.of("secrets.remotes.plan"), mark, "plan " + where.there());
            plan.setAccessibleText(Text.of("secrets.remotes.plan.spoken", words.name(mark)));
            plan.setOnAction(event -> model.exits().plan().accept(key));
            line.getChildren().addFirst(plan);
        });
        return line;
    }

    private static Hyperlink link(String text, Mark mark, String action) {
        Hyperlink link = new Hyperlink(text);
        link.setUserData(mark.remote() + " " + action);
        link.getStyleClass().add("remote-link");
        return link;
    }
}
