package dev.lockstep.ui.rotation;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Asks whether to give a run up. */
final class GivingUpPane implements Panes.Pane {
    private final Button back;
    private final Parent root;

    GivingUpPane(RotationViewModel model, RunList run) {
        back = Controls.button("keep-run", Text.of("rotation.give-up.back"), model::leave);
        Button giveUp = Controls.button("give-up-now", Text.of("rotation.give-up.do"), model::giveUpNow);
        giveUp.getStyleClass().add(Styles.DANGER);
        VBox body = new VBox(
                8,
                Controls.wrapped(
                        Text.of("rotation.give-up.what", run.survey().open().size()), "words"),
                Controls.wrapped(Text.of("rotation.give-up.values"), "hint"));
        body.setPadding(new Insets(4, 24, 12, 24));
        root = new SheetPage(Text.of("rotation.give-up.title"), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(back, SheetPage.spring(), giveUp)
                .prefSize(RotationView.WIDTH, RotationView.HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return back;
    }
}
