package dev.lockstep.ui.remotes;

import dev.lockstep.naming.NameMapping;
import dev.lockstep.naming.NamePreview;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.words.Legible;
import dev.lockstep.words.NameWords;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How names are written at the remote, with all names of the collection as they will stand there. */
final class NamesPane {
    private static final double LIST = 220;

    private final Label rule = Controls.wrapped("", "hint");
    private final Label tally = Controls.wrapped("", "names-tally");
    private final ListView<NamePreview.Line> lines = new ListView<>();
    private final VBox root;

    NamesPane(RemoteForm form, Preview preview) {
        ComboBox<NameMapping> mapping = new ComboBox<>();
        mapping.setId("remote-mapping");
        mapping.setConverter(new Choice<>(FieldWords::mapping));
        mapping.getItems().setAll(NameMapping.values());
        mapping.valueProperty().bindBidirectional(form.mappingProperty());
        mapping.setMaxWidth(Double.MAX_VALUE);
        TextField prefix = FieldLimit.on(new TextField(), FieldLimit.LINE);
        prefix.setId("remote-prefix");
        prefix.textProperty().bindBidirectional(form.prefixProperty());
        rule.setText(NameWords.quote(form.contract().names()));
        FieldBox mapped = new FieldBox(Text.of("remotes.field.mapping"), mapping, rule.getText(), 0, Optional::empty);
        FieldBox prefixed = new FieldBox(
                Text.of("remotes.field.prefix"), prefix, Text.of("remotes.field.prefix.hint"), 0, Optional::empty);
        Label title = new Label(Text.of("remotes.preview"));
        title.getStyleClass().add("field-label");
        title.setLabelFor(lines);
        lines.setId("remote-names");
        lines.setAccessibleText(Text.of("remotes.preview"));
        lines.setPlaceholder(Controls.wrapped(Text.of("remotes.preview.empty"), "subtitle"));
        lines.setCellFactory(LineCell::new);
        lines.setPrefHeight(LIST);
        lines.setMinHeight(LIST);
        VBox.setVgrow(lines, Priority.ALWAYS);
        root = new VBox(16, mapped.root(), prefixed.root(), new VBox(4, title, tally, lines));
        root.setPrefWidth(400);
        root.setMinWidth(280);
        preview.previewProperty().subscribe(this::show);
    }

    VBox root() {
        return root;
    }

    private void show(NamePreview found) {
        lines.getItems().setAll(found.lines());
        long misfits = found.lines().stream().filter(line -> !line.passes()).count();
        tally.getStyleClass().removeAll("error-text", "ok-text", "hint");
        if (!found.prefixProblems().isEmpty()) {
            tally.setText(Text.of(
                    "remotes.preview.prefix",
                    NameWords.problem(found.prefixProblems().getFirst())));
            tally.getStyleClass().add("error-text");
        } else if (misfits > 0) {
            tally.setText(
                    Text.of("remotes.preview.misfits", misfits, found.lines().size()));
            tally.getStyleClass().add("error-text");
        } else {
            tally.setText(Text.of("remotes.preview.fits", found.lines().size()));
            tally.getStyleClass().add("hint");
        }
        tally.setVisible(!found.lines().isEmpty() || !found.prefixProblems().isEmpty());
        tally.setManaged(tally.isVisible());
    }

    private static String problem(NamePreview.Line line) {
        if (!line.problems().isEmpty()) {
            return NameWords.problem(line.problems().getFirst());
        }
        if (line.collides()) {
            List<String> others = line.writers().stream()
                    .filter(other -> !other.equals(line.name()))
                    .map(Legible::line)
                    .toList();
            return others.isEmpty()
                    ? Text.of("remotes.preview.twice")
                    : Text.of("remotes.preview.collides", others.getFirst());
        }
        return "";
    }

    /** A name here, its name there, and why that will not do. */
    private static final class LineCell extends ListCell<NamePreview.Line> {
        private final Label there = new Label();
        private final Label here = new Label();
        private final Label problem = new Label();
        private final VBox box = new VBox(2, there, here, problem);

        private LineCell(ListView<NamePreview.Line> list) {
            for (Label label : List.of(there, here, problem)) {
                label.setWrapText(true);
                label.maxWidthProperty().bind(list.widthProperty().subtract(40));
            }
            there.getStyleClass().add("name-there");
            here.getStyleClass().add("hint");
            problem.getStyleClass().add("error-text");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(NamePreview.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            String told = problem(line);
            there.setText(Legible.line(line.there()));
            here.setText(Text.of("remotes.preview.here", Legible.line(line.name())));
            shown(here, !line.there().equals(line.name()));
            problem.setText(told);
            shown(problem, !told.isEmpty());
            setGraphic(box);
        }

        private static void shown(Label label, boolean visible) {
            label.setVisible(visible);
            label.setManaged(visible);
        }
    }
}
