package dev.lockstep.ui.sync;

import atlantafx.base.theme.Styles;
import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.OperationWords;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Asks whether to apply what is ticked. Deletions are told by name, and many of them have to be typed as a number. */
final class ConfirmPane implements Panes.Pane {
    private static final int NAMED = 100;

    private final SyncViewModel model;
    private final Stage.Planned planned;
    private final TypedCount asked;
    private final Plan plan;
    private final Button back;
    private final Button apply;
    private final TextField typed;
    private final Parent root;

    ConfirmPane(SyncViewModel model, Stage.Confirming confirming) {
        this.model = model;
        planned = confirming.planned();
        asked = confirming.deletions();
        plan = planned.plan().plan();
        VBox body = new VBox(16, Controls.wrapped(Text.of("sync.confirm.about"), "subtitle"));
        List<Row> deletions = plan.ticked().stream()
                .filter(row -> row.operation() == Operation.DELETE)
                .toList();
        summary(body);
        deletions(body, deletions);
        body.setPadding(new Insets(4, 24, 16, 24));
        back = Controls.button("confirm-back", Text.of("sync.confirm.back"), model::back);
        apply = Controls.button("confirm-apply", Text.of("sync.confirm.apply"), model::apply);
        apply.getStyleClass().add(deletions.isEmpty() ? Styles.ACCENT : Styles.DANGER);
        apply.setDefaultButton(deletions.isEmpty());
        typed = Parts.typed("confirm-count", asked, apply, model::apply);
        asked.wanted()
                .ifPresent(count -> body.getChildren().add(Parts.labelled(Text.of("sync.confirm.type", count), typed)));
        root = new SheetPage(Text.of("sync.confirm.title", planned.plan().work().size()), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(back, SheetPage.spring(), apply)
                .prefSize(SyncView.WIDTH, SyncView.HEIGHT)
                .root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return asked.wanted().isPresent() ? typed : apply.isDefaultButton() ? apply : back;
    }

    private void summary(VBox body) {
        counts().forEach((remote, counts) -> body.getChildren().add(told(remote, counts)));
        long remembered = plan.rows().stream().filter(Row::isSettled).count();
        if (remembered > 0) {
            body.getChildren().add(Controls.wrapped(Text.of("sync.confirm.remembered", remembered), "hint"));
        }
    }

    private Map<RemoteId, Map<Operation, Integer>> counts() {
        Map<RemoteId, Map<Operation, Integer>> counts = new LinkedHashMap<>();
        plan.ticked()
                .forEach(row -> counts.computeIfAbsent(row.key().remote(), first -> new EnumMap<>(Operation.class))
                        .merge(row.operation(), 1, Integer::sum));
        return counts;
    }

    private Node told(RemoteId remote, Map<Operation, Integer> counts) {
        Label name = Controls.wrapped(model.spelling().name(planned.sites().name(remote)), "field-label");
        return new VBox(2, name, Controls.wrapped(OperationWords.summary(counts), "words"));
    }

    private void deletions(VBox body, List<Row> deletions) {
        if (deletions.isEmpty()) {
            return;
        }
        VBox box = new VBox(4, Controls.wrapped(Text.of("sync.confirm.deletes", deletions.size()), "notice-title"));
        box.getStyleClass().addAll("notice", "notice-bad");
        deletions.stream().limit(NAMED).forEach(row -> {
            String there = model.spelling().name(row.key().there());
            String remote = model.spelling().name(planned.sites().name(row.key().remote()));
            box.getChildren().add(Controls.wrapped(Text.of("sync.confirm.delete", there, remote), "words"));
        });
        if (deletions.size() > NAMED) {
            box.getChildren().add(Controls.wrapped(Text.of("sync.confirm.more", deletions.size() - NAMED), "words"));
        }
        body.getChildren().add(box);
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.APPLY_SYNC.matches(key)) {
            key.consume();
            model.apply();
        }
    }
}
