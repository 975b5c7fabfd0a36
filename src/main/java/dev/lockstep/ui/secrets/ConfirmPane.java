package dev.lockstep.ui.secrets;

import atlantafx.base.theme.Styles;
import dev.lockstep.words.Text;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A yes or no. Where something is lost for good, Enter alone does not do it. */
final class ConfirmPane {
    private final QuestionPage page;

    ConfirmPane(Question.Confirm question, Runnable close) {
        Label text = new Label(question.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button cancel = new Button(Text.of("secrets.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        Button yes = new Button(question.verb());
        yes.getStyleClass().add(question.loss() ? Styles.DANGER : Styles.ACCENT);
        yes.setDefaultButton(!question.loss());
        yes.setOnAction(event -> {
            close.run();
            question.yes().run();
        });
        page = new QuestionPage(question.title(), text, cancel, yes);
    }

    Parent root() {
        return page.root();
    }
}
