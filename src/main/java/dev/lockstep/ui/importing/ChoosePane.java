package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.FormatWords;
import dev.lockstep.words.Text;
import java.io.File;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where a file or a folder is dropped or chosen, and what can be read. */
final class ChoosePane implements Panes.Pane {
    private final ImportViewModel model;
    private final Button file;
    private final Parent root;

    ChoosePane(ImportViewModel model, String problem) {
        this.model = model;
        file = Controls.button("choose-file", Text.of("import.choose"), this::chooseFile);
        file.setGraphic(Icon.of(Feather.FILE));
        Button folder = Controls.button("choose-folder", Text.of("import.choose-folder"), this::chooseFolder);
        folder.setGraphic(Icon.of(Feather.FOLDER));
        VBox body = new VBox(
                16,
                Parts.trouble(new ReadOnlyStringWrapper(problem)),
                zone(folder),
                Controls.wrapped(Text.of("import.reads"), "section"),
                formats());
        body.setPadding(new Insets(4, 24, 16, 24));
        root = new SheetPage(Text.of("import.title"), body)
                .buttons(SheetPage.spring(), Controls.button("import-close", Text.of("import.cancel"), model::close))
                .filling()
                .prefSize(ImportView.WIDTH, ImportView.HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return file;
    }

    private Node zone(Button folder) {
        var icon = Icon.of(Feather.DOWNLOAD);
        icon.getStyleClass().add("import-icon");
        Label words = Controls.wrapped(Text.of("import.drop"), "import-words");
        words.setMaxWidth(480);
        HBox buttons = new HBox(8, file, folder);
        buttons.setAlignment(Pos.CENTER);
        VBox zone = new VBox(12, icon, words, buttons);
        zone.setAlignment(Pos.CENTER);
        zone.setMinHeight(Region.USE_PREF_SIZE);
        zone.getStyleClass().add("drop-zone");
        VBox.setVgrow(zone, Priority.ALWAYS);
        return zone;
    }

    private Node formats() {
        GridPane grid = new GridPane(16, 4);
        for (ImportFormat format : model.formats()) {
            Label name = new Label(FormatWords.name(format));
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label about = Controls.wrapped(FormatWords.about(format), "subtitle");
            grid.addRow(grid.getRowCount(), name, about);
        }
        return grid;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("import.choose.title"));
        take(chooser.showOpenDialog(root.getScene().getWindow()));
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("import.choose.title"));
        take(chooser.showDialog(root.getScene().getWindow()));
    }

    private void take(@Nullable File chosen) {
        Optional.ofNullable(chosen).map(File::toPath).ifPresent(model::open);
    }
}
