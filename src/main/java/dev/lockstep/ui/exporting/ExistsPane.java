package dev.lockstep.ui.exporting;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Asks whether the file that is there is to be replaced. */
final class ExistsPane implements Panes.Pane {
    private final Button back;
    private final Parent root;

    ExistsPane(ExportViewModel model, Stage.Exists exists) {
        VBox body = new VBox(
                8,
                Controls.wrapped(Text.of("exporting.exists.about"), "words"),
                WholeText.name(Legible.line(exists.file().toString()), "field-label"));
        body.setPadding(new Insets(4, 24, 16, 24));
        back = Controls.button("export-back", Text.of("exporting.back"), model::back);
        Button replace = Controls.button("export-replace", Text.of("exporting.exists.replace"), model::replace);
        replace.getStyleClass().add(Styles.DANGER);
        root = new SheetPage(Text.of("exporting.exists"), body)
                .buttons(back, SheetPage.spring(), replace)
                .prefSize(ExportView.WIDTH, ExportView.HEIGHT)
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
