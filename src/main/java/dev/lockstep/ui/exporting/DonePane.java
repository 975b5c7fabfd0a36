package dev.lockstep.ui.exporting;

import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was written, and what is to be kept in mind about it. */
final class DonePane implements Panes.Pane {
    private final Button close;
    private final Parent root;

    DonePane(ExportViewModel model, Stage.Done done) {
        ExportFormat format = model.form().formatProperty().get();
        HBox written = Controls.notice(
                Feather.CHECK_CIRCLE,
                "notice-ok",
                Controls.wrapped(Text.of("exporting.done", done.secrets()), "notice-title"),
                WholeText.name(Legible.line(done.file().toString()), "words"));
        model.show().ifPresent(show -> {
            Button button =
                    Controls.button("export-show", Text.of("exporting.done.show"), () -> show.accept(done.file()));
            button.setGraphic(Icon.of(Feather.FOLDER));
            written.getChildren().add(button);
        });
        VBox body = new VBox(16, written);
        if (format.holdsValues()) {
            body.getChildren()
                    .add(
                            format.isSealed()
                                    ? Controls.wrapped(Text.of("exporting.done.sealed"), "subtitle")
                                    : Controls.notice(
                                            Feather.ALERT_TRIANGLE,
                                            "notice-warn",
                                            Controls.wrapped(Text.of("exporting.done.clear"), "words")));
        }
        body.setPadding(new Insets(4, 24, 16, 24));
        close = Controls.primary("export-close", Text.of("exporting.close"), model::close);
        root = new SheetPage(Text.of("exporting.title"), body)
                .buttons(SheetPage.spring(), close)
                .prefSize(ExportView.WIDTH, ExportView.HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return close;
    }
}
