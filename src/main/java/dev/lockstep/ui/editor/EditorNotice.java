package dev.lockstep.ui.editor;

import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The question or message of the editor's phase, between title and form. */
final class EditorNotice {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    private final EditorViewModel viewModel;
    private final VBox root = new VBox();

    EditorNotice(EditorViewModel viewModel) {
        this.viewModel = viewModel;
        root.setPadding(new Insets(0, 0, 12, 0));
        viewModel.phaseProperty().addListener((property, before, now) -> show(now));
        show(viewModel.phaseProperty().get());
    }

    Node root() {
        return root;
    }

    private void show(Phase phase) {
        Node notice = noticeOf(phase);
        root.getChildren().clear();
        if (notice != null) {
            root.getChildren().add(notice);
        }
        root.setManaged(notice != null);
    }

    private @Nullable Node noticeOf(Phase phase) {
        return switch (phase) {
            case Phase.Editing editing -> restored();
            case Phase.Saving saving -> null;
            case Phase.Closed closed -> null;
            case Phase.AskingToLeave asking -> question();
            case Phase.Failed failed -> failure(FailureWords.of(failed.failure()));
            case Phase.Conflict conflict -> conflict(conflict);
            case Phase.Gone gone ->
                notice(
                        "notice-warn",
                        Text.of("editor.gone.title"),
                        Text.of("editor.gone.text"),
                        button(Text.of("editor.notice.close"), viewModel::keepEditing));
        };
    }

    private @Nullable Node restored() {
        return viewModel
                .sealedAt()
                .map(when -> notice(
                        "notice-info",
                        Text.of("editor.draft.title", TIME.format(when.atZone(ZoneId.systemDefault()))),
                        Text.of("editor.draft.text"),
                        button(Text.of("editor.draft.discard"), viewModel::discard)))
                .orElse(null);
    }

    private Node question() {
        Button keep = button(Text.of("editor.leave.keep"), viewModel::keepEditing);
        Button discard = button(Text.of("editor.leave.discard"), viewModel::discard);
        discard.getStyleClass().add("danger");
        discard.setId("discard");
        keep.setId("keep-editing");
        javafx.application.Platform.runLater(keep::requestFocus);
        return notice("notice-warn", Text.of("editor.leave.title"), Text.of("editor.leave.text"), keep, discard);
    }

    private Node failure(FailureWords words) {
        return notice(
                "notice-bad",
                words.what(),
                Text.of("editor.failed", words.meaning(), words.advice(), words.code()),
                button(Text.of("editor.notice.close"), viewModel::keepEditing));
    }

    private Node conflict(Phase.Conflict conflict) {
        String fields = String.join(", ", conflict.differences());
        String words = fields.isEmpty() ? Text.of("editor.conflict.text") : Text.of("editor.conflict.fields", fields);
        Button reload = button(Text.of("editor.conflict.reload"), viewModel::reload);
        Button overwrite = button(Text.of("editor.conflict.overwrite"), viewModel::overwrite);
        overwrite.getStyleClass().add("danger");
        reload.setId("reload");
        overwrite.setId("overwrite");
        Button cancel = button(Text.of("editor.conflict.cancel"), viewModel::keepEditing);
        return notice("notice-warn", Text.of("editor.conflict.title"), words, cancel, overwrite, reload);
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    private static Node notice(String style, String title, String text, Button... buttons) {
        Label heading = new Label(title);
        heading.getStyleClass().add("notice-title");
        Label words = new Label(text);
        words.setWrapText(true);
        VBox said = new VBox(4, heading, words);
        HBox.setHgrow(said, javafx.scene.layout.Priority.ALWAYS);
        HBox notice = new HBox(8, said);
        notice.getChildren().addAll(buttons);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().addAll("notice", style);
        return notice;
    }
}
