package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Curtain;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Sheet;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows the open question of the view model in a panel over the screen. */
final class QuestionSheet {
    private final Asking model;
    private final Discretion discretion;
    private final StackPane host;
    private @Nullable Sheet sheet;

    QuestionSheet(Asking model, Discretion discretion, StackPane host) {
        this.model = model;
        this.discretion = discretion;
        this.host = host;
        model.openProperty().subscribe(this::show);
    }

    private void show(Optional<Question> question) {
        if (sheet != null) {
            Sheet former = sheet;
            sheet = null;
            former.close();
        }
        question.ifPresent(asked -> {
            Curtain curtain = new Curtain(content(asked), discretion, model::close);
            Sheet opened = Sheet.over(host, curtain.root());
            sheet = opened;
            opened.onClosed(() -> {
                if (opened.equals(sheet)) {
                    model.close();
                }
            });
        });
    }

    private Parent content(Question question) {
        return switch (question) {
            case Question.Confirm confirm -> new ConfirmPane(confirm, model::close).root();
            case Question.Tags tags -> new TagsPane(tags.form(), model::close).root();
            case Question.Move move -> new MovePane(move.form(), model::close).root();
            case Question.Collection collection -> new CollectionPane(collection.form(), model::close).root();
        };
    }
}
