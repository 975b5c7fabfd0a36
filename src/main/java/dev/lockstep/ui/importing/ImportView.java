package dev.lockstep.ui.importing;

import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FileDrop;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.WorkPane;
import dev.lockstep.words.Text;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;

/** The import, for a sheet of about 880 pixels. A file or folder can be dropped on it at any time, unless something is being written. */
public final class ImportView {
    static final double WIDTH = 880;
    static final double HEIGHT = 660;

    private final ImportViewModel model;
    private final Panes panes;
    private final PreviewPane preview;
    private Optional<WorkPane> working = Optional.empty();

    public ImportView(ImportViewModel model) {
        this.model = model;
        preview = new PreviewPane(model);
        panes = new Panes(
                "import", Objects.requireNonNull(ImportView.class.getResource("importing.css")), model::leave);
        panes.root().setPrefSize(WIDTH, HEIGHT);
        FileDrop.on(panes.root(), this::takesFiles, model::open);
        model.stageProperty().subscribe(this::show);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return panes.root();
    }

    private boolean takesFiles() {
        return !(model.stageProperty().get() instanceof Stage.Working now && now.work() == Stage.Work.WRITING);
    }

    private void show(Stage stage) {
        if (stage instanceof Stage.Working now) {
            work(now);
            return;
        }
        working = Optional.empty();
        panes.lay(
                switch (stage) {
                    case Stage.Choosing choosing -> new ChoosePane(model, choosing.problem());
                    case Stage.Asking asking -> new AskPane(model, asking.question());
                    case Stage.Working now -> throw new IllegalStateException();
                    case Stage.Preview shown -> preview;
                    case Stage.Done done -> new DonePane(model, done);
                });
    }

    private void work(Stage.Working now) {
        WorkPane pane = working.orElseGet(() -> new WorkPane(
                Text.of("import.title"),
                Controls.button("import-cancel", Text.of("import.cancel"), model::leave),
                WIDTH,
                HEIGHT));
        pane.show(words(now), now.done(), now.total());
        if (working.isEmpty()) {
            working = Optional.of(pane);
            panes.lay(pane);
        }
    }

    private static String words(Stage.Working now) {
        return switch (now.work()) {
            case LOOKING -> Text.of("import.work.looking");
            case READING -> Text.of("import.work.reading");
            case COMPARING -> Text.of("import.work.comparing");
            case WRITING -> Text.of("import.work.writing", now.done(), now.total());
        };
    }
}
