package dev.lockstep.ui.secrets;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.sync.plan.Whereabouts;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.ui.kit.states.SignShape;
import dev.lockstep.vault.Entry;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the selected secret stands at each remote: what is known, what shows it, and what can be done about it. */
final class RemotesPane {
    private final SecretsViewModel model;
    private final Parts parts;
    private final MarkWords words;
    private final VBox list = new VBox(12);
    private final VBox root;

    /** Of which the reasons are shown, as long as the same secret is. */
    private final Set<String> open = new HashSet<>();

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
        if (entry == null || !entry.id().equals(shown.id())) {
            open.clear();
        }
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
        HBox head = new HBox(8, new SignShape(mark.sign()), WholeText.name(words.name(mark), "remote-name"));
        head.setAlignment(Pos.CENTER_LEFT);
        if (mark.where().isPresent()) {
            head.getChildren().addAll(SheetPage.spring(), disclosure(mark));
        }
        VBox box = new VBox(2, head, Controls.wrapped(words.brief(mark), "remote-state"));
        mark.where().ifPresent(where -> box.getChildren().addAll(facts(shown, mark, where)));
        box.getChildren().add(actions(shown, mark));
        box.getStyleClass().add("remote-standing");
        return box;
    }

    private List<Node> facts(Entry shown, Mark mark, Whereabouts where) {
        List<Node> facts = new ArrayList<>();
        if (!where.there().equals(shown.name())) {
            facts.add(WholeText.name(Text.of("secrets.remotes.there", words.there(where)), "subtitle"));
        }
        where.known().ifPresent(when -> facts.add(known(when)));
        if (open.contains(mark.key())) {
            facts.add(Controls.wrapped(words.why(mark, where), "subtitle"));
        }
        return facts;
    }

    private Label known(Instant when) {
        Label known = Controls.wrapped(Text.of("secrets.remotes.known", words.since(when)), "subtitle");
        known.setTooltip(new Tip(words.known(when).exact()));
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
            Hyperlink plan = link(Text.of("secrets.remotes.plan"), mark, "plan");
            plan.setAccessibleText(Text.of("secrets.remotes.plan.spoken", words.name(mark)));
            plan.setOnAction(event -> model.exits().plan().accept(key));
            line.getChildren().addFirst(plan);
        });
        return line;
    }

    /** Shows what the state is concluded from, or hides it again. */
    private Hyperlink disclosure(Mark mark) {
        boolean shown = open.contains(mark.key());
        Hyperlink why = link(shown ? Text.of("secrets.remotes.why.hide") : Text.of("secrets.remotes.why"), mark, "why");
        why.setAccessibleText(
                shown
                        ? Text.of("secrets.remotes.why.hide.spoken", words.name(mark))
                        : Text.of("secrets.remotes.why.spoken", words.name(mark), words.brief(mark)));
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setOnAction(event -> {
            if (!open.remove(mark.key())) {
                open.add(mark.key());
            }
            draw();
        });
        return why;
    }

    private static Hyperlink link(String text, Mark mark, String action) {
        Hyperlink link = new Hyperlink(text);
        link.setUserData(mark.key() + " " + action);
        link.getStyleClass().add("remote-link");
        return link;
    }
}
