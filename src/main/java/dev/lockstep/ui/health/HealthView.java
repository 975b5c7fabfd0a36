package dev.lockstep.ui.health;

import dev.lockstep.words.Text;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The health report: two pictures, what findings are about, and the findings. */
public final class HealthView {
    private final HealthViewModel model;
    private final Label summary = new Label();
    private final BorderPane root = new BorderPane();

    public HealthView(HealthViewModel model) {
        this.model = model;
        HBox lists = new HBox(24, new ConcernList(model).node(), new FindingList(model).root());
        HBox.setHgrow(lists.getChildren().getLast(), Priority.ALWAYS);
        VBox.setVgrow(lists, Priority.ALWAYS);
        lists.setMinHeight(0);
        VBox body = new VBox(8, new Pictures(model).root(), lists);
        body.getStyleClass().add("health-body");
        body.setMinHeight(0);
        root.setTop(header());
        root.setCenter(body);
        root.setBottom(footer());
        root.setMinSize(0, 0);
        root.getStyleClass().add("health");
        root.getStylesheets()
                .add(Objects.requireNonNull(HealthView.class.getResource("health.css"))
                        .toExternalForm());
        model.overviewProperty().subscribe(this::sum);
    }

    public Parent root() {
        return root;
    }

    private Node header() {
        Label title = new Label(Text.of("health.title"));
        title.getStyleClass().add("title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("subtitle");
        summary.setId("health-summary");
        HBox header = new HBox(12, title, summary);
        header.setAlignment(Pos.BASELINE_LEFT);
        header.getStyleClass().add("health-header");
        return header;
    }

    private Node footer() {
        Button close = new Button(Text.of("health.close"));
        close.setCancelButton(true);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> model.close());
        Node look = new LookPane(model).root();
        HBox.setHgrow(look, Priority.ALWAYS);
        HBox footer = new HBox(12, look, close);
        footer.setAlignment(Pos.CENTER_RIGHT);
        footer.getStyleClass().addAll("sheet-footer", "health-footer");
        return footer;
    }

    private void sum(Optional<Overview> found) {
        summary.setText(found.map(HealthView::words).orElse(Text.of("health.reading")));
    }

    private static String words(Overview now) {
        if (now.secrets() == 0) {
            return Text.of("health.summary.empty");
        }
        return now.affected() == 0
                ? Text.of("health.summary.well", now.secrets())
                : Text.of("health.summary", now.affected(), now.secrets());
    }
}
