package dev.lockstep.ui.exporting;

import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.WorkPane;
import dev.lockstep.words.Text;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/** The export, for a sheet of about 720 pixels. */
public final class ExportView {
    static final double WIDTH = 720;
    static final double HEIGHT = 700;

    private final ExportViewModel model;
    private final Panes panes;
    private Optional<WorkPane> working = Optional.empty();

    public ExportView(ExportViewModel model) {
        this.model = model;
        panes = new Panes(
                "exporting", Objects.requireNonNull(ExportView.class.getResource("exporting.css")), model::leave);
        panes.root().setPrefSize(WIDTH, HEIGHT);
        model.stageProperty().subscribe(this::show);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return panes.root();
    }

    private void show(Stage stage) {
        if (stage instanceof Stage.Working now && working.isPresent()) {
            working.get().show(Text.of("exporting.working"), now.done(), now.total());
            return;
        }
        working = Optional.empty();
        panes.lay(
                switch (stage) {
                    case Stage.Asking asking -> new FormPane(model);
                    case Stage.Working now -> working(now);
                    case Stage.Refused refused -> new RefusedPane(model, refused);
                    case Stage.Exists exists -> new ExistsPane(model, exists);
                    case Stage.Done done -> new DonePane(model, done);
                });
    }

    private Panes.Pane working(Stage.Working now) {
        Button cancel = Controls.button("export-cancel", Text.of("exporting.cancel"), model::leave);
        WorkPane pane = new WorkPane(Text.of("exporting.title"), cancel, WIDTH, HEIGHT);
        pane.show(Text.of("exporting.working"), now.done(), now.total());
        working = Optional.of(pane);
        return pane;
    }
}
