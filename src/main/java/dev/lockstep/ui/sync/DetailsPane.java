package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.states.Sign;
import dev.lockstep.ui.kit.states.SignShape;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.OperationWords;
import dev.lockstep.words.sync.ReasonWords;
import dev.lockstep.words.sync.Spelling;
import dev.lockstep.words.sync.StateWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is known of the chosen line, and what can be decided about it. */
final class DetailsPane {
    private static final double WIDTH = 300;

    private final SyncViewModel model;
    private final PlanList list;
    private final Sites sites;
    private final Spelling spelling;
    private final ReasonWords reasons;
    private final StateWords states;
    private final VBox body = new VBox(12);
    private final ScrollPane root = new ScrollPane(body);
    private Optional<Line> shown = Optional.empty();

    /** @param back where the keyboard goes by Esc */
    DetailsPane(Stage.Planned planned, SyncViewModel model, Runnable back) {
        this.model = model;
        list = planned.plan();
        sites = planned.sites();
        spelling = model.spelling();
        reasons = new ReasonWords(spelling);
        states = new StateWords(spelling.clock());
        body.setId("plan-details");
        body.setPadding(new Insets(12));
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.setPrefWidth(WIDTH);
        root.setMinWidth(240);
        root.getStyleClass().addAll("sync-details", "edge-to-edge");
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                back.run();
            }
        });
        list.chosenProperty().subscribe(line -> lay());
        list.planProperty().subscribe((before, now) -> lay());
    }

    Node root() {
        return root;
    }

    /** Gives the keyboard to the first thing that can be decided, if there is one. */
    void enter() {
        body.lookupAll(".decision").stream().findFirst().ifPresent(Node::requestFocus);
    }

    private void lay() {
        Optional<Line> line = list.chosenProperty().get();
        boolean same = line.equals(shown);
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        Object kept = same && focused != null && root.isFocusWithin() ? focused.getUserData() : null;
        shown = line;
        body.getChildren().clear();
        line.ifPresent(this::tell);
        root.setVisible(line.isPresent());
        root.setManaged(line.isPresent());
        if (kept != null) {
            body.lookupAll(".decision").stream()
                    .filter(node -> isAt(node, kept))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
        if (!same) {
            root.setVvalue(0);
        }
    }

    /** Among choices the keyboard goes with the one that is chosen. */
    private static boolean isAt(Node node, Object kept) {
        return node instanceof RadioButton radio
                ? kept instanceof Choice && radio.isSelected()
                : kept.equals(node.getUserData());
    }

    private void tell(Line line) {
        switch (line) {
            case Line.Planned planned -> row(list.row(planned));
            case Line.Heading heading -> remote(heading.remote());
            case Line.Foreign foreign -> {
                add(headed(new SignShape(Sign.FOREIGN), Sign.FOREIGN.words()));
                add(Controls.wrapped(spelling.name(foreign.there()), "name-there"));
                add(Controls.wrapped(Text.of("sync.foreign.told"), "words"));
            }
        }
    }

    private void row(Row row) {
        add(headed(PlanTable.icon(row.operation()), OperationWords.of(row.operation())));
        add(Controls.wrapped(spelling.name(row.name()), "field-label"));
        pair(
                Text.of("sync.details.there"),
                Controls.wrapped(spelling.name(row.key().there()), "name-there"));
        pair(
                Text.of("sync.details.remote"),
                Controls.wrapped(spelling.name(sites.name(row.key().remote())), "words"));
        pair(Text.of("sync.column.reason"), Controls.wrapped(reasons.of(row.reason()), "words"));
        choices(row);
        if (row.operation().action().isPresent()) {
            pair(
                    Text.of("sync.details.effect"),
                    Controls.wrapped(
                            row.ticked() ? OperationWords.effect(row.operation()) : Text.of("sync.effect.unticked"),
                            "words"));
        }
        Sign sign = Sign.of(row.state());
        HBox state = new HBox(8, new SignShape(sign), Controls.wrapped(states.of(row.state()), "words"));
        state.setAlignment(Pos.CENTER_LEFT);
        pair(Text.of("sync.details.evidence"), state, Controls.wrapped(states.evidence(row.state()), "hint"));
        if (row.size() > 0) {
            pair(Text.of("sync.details.size"), Controls.wrapped(Text.of("sync.bytes", row.size()), "words"));
        }
        boolean listed = list.plan().contacts().stream()
                .anyMatch(contact -> contact.remote().equals(row.key().remote())
                        && contact.ours().contains(row.key().there()));
        if (listed && model.scope().isReadable(row.key().remote())) {
            read(
                    "read-value",
                    Text.of("sync.read"),
                    row.key().remote(),
                    Set.of(row.key().there()));
        }
        row.warnings().forEach(warning -> add(Controls.wrapped(reasons.of(warning), "warn-text")));
    }

    private void choices(Row row) {
        if (row.options().isEmpty()) {
            return;
        }
        ToggleGroup group = new ToggleGroup();
        VBox box = new VBox(4);
        for (Choice choice : Choice.values()) {
            Operation then = row.options().get(choice);
            if (then != null) {
                RadioButton button = new RadioButton(OperationWords.of(choice));
                button.setId("choice-" + choice.name());
                button.setUserData(choice);
                button.setToggleGroup(group);
                button.setSelected(row.choice().orElse(Choice.SKIP) == choice);
                button.getStyleClass().add("decision");
                Label effect = Controls.wrapped(OperationWords.effect(then), "hint");
                effect.setPadding(new Insets(0, 0, 4, 26));
                box.getChildren().addAll(button, effect);
            }
        }
        group.selectedToggleProperty().subscribe((before, now) -> list.choose(row.key(), (Choice) now.getUserData()));
        pair(Text.of("sync.details.choice"), box);
    }

    private void remote(RemoteId remote) {
        Plan plan = list.plan();
        add(Controls.wrapped(spelling.name(sites.name(remote)), "field-label"));
        pair(
                Text.of("sync.details.plan"),
                Controls.wrapped(OperationWords.summary(list.group(remote).counts()), "words"),
                Controls.wrapped(
                        Text.of("sync.details.ticked", list.group(remote).ticked()), "hint"));
        plan.contacts().stream()
                .filter(contact -> contact.remote().equals(remote))
                .findFirst()
                .ifPresent(this::contact);
        add(Controls.wrapped(Text.of("sync.details.heading.help"), "hint"));
    }

    private void contact(Contact contact) {
        pair(
                Text.of("sync.details.listed"),
                Controls.wrapped(
                        Text.of(
                                "sync.details.contact",
                                contact.ours().size(),
                                contact.unknown().size(),
                                contact.clashes().size()),
                        "words"));
        if (!contact.clashes().isEmpty()) {
            Button adopt =
                    Controls.button("adopt-all", Text.of("sync.adopt-all"), () -> list.adoptAll(contact.remote()));
            adopt.setUserData("adopt");
            adopt.getStyleClass().add("decision");
            add(adopt);
        }
        if (!contact.ours().isEmpty() && model.scope().isReadable(contact.remote())) {
            read(
                    "read-values",
                    Text.of("sync.read-all", contact.ours().size()),
                    contact.remote(),
                    Set.copyOf(contact.ours()));
        }
    }

    /** Values are read only when asked for, and who asks is told that it leaves a trace. */
    private void read(String id, String words, RemoteId remote, Set<String> names) {
        Button read = Controls.button(id, words, () -> model.verify(remote, names));
        read.setUserData(id);
        read.getStyleClass().add("decision");
        add(new VBox(4, read, Controls.wrapped(Text.of("sync.read.note"), "hint")));
    }

    private static Node headed(Node shape, String words) {
        HBox line = new HBox(8, shape, Controls.wrapped(words, "notice-title"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void pair(String title, Node... told) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section");
        VBox box = new VBox(2, heading);
        box.getChildren().addAll(List.of(told));
        add(box);
    }

    private void add(Node node) {
        body.getChildren().add(node);
    }
}
