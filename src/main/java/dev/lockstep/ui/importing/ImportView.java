package dev.lockstep.ui.importing;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The import of a .env file: choice of the file, preview row by row, progress, summary. A file can be dropped on it at any time. */
public final class ImportView {
    private final ImportViewModel model;
    private final BorderPane root = new BorderPane();
    private final StackPane body = new StackPane();
    private final HBox buttons = new HBox(8);
    private final PreviewPane preview;

    public ImportView(ImportViewModel model) {
        this.model = model;
        preview = new PreviewPane(model);
        Label title = new Label(Text.of("import.title"));
        title.getStyleClass().add("title");
        Label file = new Label();
        file.getStyleClass().add("subtitle");
        file.textProperty().bind(model.fileNameProperty());
        HBox header = new HBox(12, title, file);
        header.setAlignment(Pos.BASELINE_LEFT);
        header.getStyleClass().add("import-header");
        body.getStyleClass().add("import-body");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().addAll("sheet-footer", "import-footer");
        root.setTop(header);
        root.setCenter(body);
        root.setBottom(buttons);
        root.getStyleClass().add("import");
        root.getStylesheets()
                .add(Objects.requireNonNull(ImportView.class.getResource("importing.css"))
                        .toExternalForm());
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
        model.stageProperty().subscribe(this::show);
    }

    public Parent root() {
        return root;
    }

    private void show(Stage stage) {
        switch (stage) {
            case Stage.Choosing choosing -> {
                body.getChildren().setAll(new ChoosePane(model, choosing.problem()).root());
                buttons.getChildren().setAll(button(Text.of("import.cancel"), model::close));
            }
            case Stage.Reading reading -> {
                body.getChildren().setAll(new Label(Text.of("import.reading")));
                buttons.getChildren().setAll(button(Text.of("import.cancel"), model::close));
            }
            case Stage.Preview shown -> {
                body.getChildren().setAll(preview.root());
                buttons.getChildren().setAll(preview.buttons());
            }
            case Stage.Writing writing -> write(writing);
            case Stage.Done done -> {
                body.getChildren().setAll(summary(done.tally()));
                Button close = button(Text.of("import.close"), model::close);
                close.getStyleClass().add(Styles.ACCENT);
                close.setDefaultButton(true);
                buttons.getChildren().setAll(close);
            }
        }
    }

    private void write(Stage.Writing writing) {
        if (body.getChildren().getFirst().getUserData() instanceof ProgressPane shown) {
            shown.show(writing);
            return;
        }
        ProgressPane progress = new ProgressPane();
        progress.show(writing);
        body.getChildren().setAll(progress.root());
        buttons.getChildren().setAll(button(Text.of("import.cancel"), model::cancel));
    }

    private static Node summary(Tally tally) {
        Label counts = new Label(Text.of("import.done", tally.added(), tally.replaced(), tally.skipped()));
        counts.getStyleClass().add("title");
        Label advice = new Label(Text.of("import.done.advice"));
        advice.getStyleClass().add("subtitle");
        advice.setWrapText(true);
        var icon = Icon.of(Feather.CHECK_CIRCLE);
        icon.getStyleClass().addAll("import-icon", "import-done");
        VBox box = new VBox(8, icon, counts, advice);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles() && !(model.stageProperty().get() instanceof Stage.Writing)) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> files = event.getDragboard().hasFiles()
                ? event.getDragboard().getFiles().stream()
                        .map(file -> file.toPath())
                        .toList()
                : List.of();
        Optional<Path> first = files.stream().findFirst();
        event.setDropCompleted(first.isPresent());
        event.consume();
        first.ifPresent(model::read);
    }
}
