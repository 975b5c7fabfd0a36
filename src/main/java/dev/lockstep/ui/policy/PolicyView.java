package dev.lockstep.ui.policy;

import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the vault does with former values and with its trash, for a sheet of about 600 pixels. */
public final class PolicyView {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 328;

    private final GridPane rows = new GridPane(24, 16);
    private final Parent root;

    public PolicyView(PolicyViewModel model) {
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().add(words);
        rows.getStyleClass().add("card");
        row(
                Text.of("policy.kept"),
                Text.of("policy.kept.hint"),
                choice("policy-kept", model.keptChoices(), PolicyView::values, model.keptProperty()));
        row(
                Text.of("policy.days"),
                Text.of("policy.days.hint"),
                choice("policy-days", model.dayChoices(), PolicyView::days, model.daysProperty()));
        rows.setDisable(model.readOnly());
        FailureNote failure = new FailureNote();
        model.failureProperty().subscribe(found -> failure.show(found.orElse(null)));
        Label scope = new Label(Text.of("policy.scope"));
        scope.setWrapText(true);
        scope.getStyleClass().add("subtitle");
        VBox body = new VBox(12, scope, rows, failure.root());
        body.setPadding(new Insets(4, 24, 20, 24));
        Button close = new Button(Text.of("policy.close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> model.close());
        root = new SheetPage(Text.of("policy.title"), body)
                .buttons(close)
                .prefSize(WIDTH, HEIGHT)
                .root();
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private void row(String words, String explanation, ComboBox<Integer> choice) {
        Label label = new Label(words);
        label.setLabelFor(choice);
        Label hint = new Label(explanation);
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        choice.setAccessibleHelp(explanation);
        rows.addRow(rows.getRowCount(), new VBox(label, hint), choice);
    }

    private static ComboBox<Integer> choice(
            String id, List<Integer> values, Function<Integer, String> words, ObjectProperty<Integer> chosen) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setPrefWidth(176);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setConverter(new Choice<>(words));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private static String values(int number) {
        return Text.of("policy.values", number);
    }

    private static String days(int number) {
        return Text.of("policy.after", number);
    }
}
