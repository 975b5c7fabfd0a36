package dev.lockstep.ui.remotes;

import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Text;
import dev.lockstep.words.VendorWords;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The vendors, and in plain words what each can and cannot do. */
final class PickPane implements RemotesView.Pane {
    private final ListView<Vendor> vendors = new ListView<>();
    private final VBox facts = new VBox(8);
    private final Parent root;

    PickPane(RemotesViewModel model) {
        vendors.setId("vendors");
        vendors.getItems().setAll(Vendor.values());
        vendors.setAccessibleText(Text.of("remotes.vendors"));
        vendors.setFixedCellSize(36);
        vendors.setMinWidth(232);
        vendors.setPrefWidth(232);
        vendors.setCellFactory(any -> new VendorCell());
        vendors.getSelectionModel().selectedItemProperty().subscribe(this::tell);
        vendors.getSelectionModel().select(0);
        vendors.setOnMouseClicked(mouse -> {
            if (mouse.getButton() == MouseButton.PRIMARY && mouse.getClickCount() == 2) {
                model.fill(chosen());
            }
        });
        vendors.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                key.consume();
                model.fill(chosen());
            }
        });
        facts.setPadding(new Insets(0, 8, 0, 0));
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox body = new HBox(24, vendors, scroll);
        body.setPadding(new Insets(4, 24, 12, 24));
        Button practice = Controls.button("practise", Text.of("remotes.practise"), () -> model.practise(chosen()));
        practice.setTooltip(new Tip(Text.of("remotes.practise.help")));
        root = new SheetPage(Text.of("remotes.pick"), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(
                        Controls.button("back", Text.of("remotes.back"), model::back),
                        SheetPage.spring(),
                        practice,
                        Controls.primary("continue", Text.of("remotes.continue"), () -> model.fill(chosen())))
                .filling()
                .prefSize(RemotesView.WIDTH, RemotesView.HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return vendors;
    }

    private Vendor chosen() {
        return vendors.getSelectionModel().getSelectedItem();
    }

    private void tell(@Nullable Vendor vendor) {
        if (vendor == null) {
            vendors.getSelectionModel().select(0);
            return;
        }
        VendorContract contract = VendorContracts.of(vendor);
        Label title = new Label(VendorWords.name(vendor));
        title.getStyleClass().add("title");
        facts.getChildren().setAll(title, Controls.wrapped(VendorWords.about(vendor), "subtitle"));
        lines(Text.of("remotes.can"), VendorWords.can(contract), Feather.CHECK, "ok-text");
        lines(Text.of("remotes.cannot"), VendorWords.cannot(contract), Feather.X, "warn-text");
        lines(Text.of("remotes.limits.title"), VendorWords.limits(contract), Feather.INFO, "subtitle");
    }

    private void heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("section");
        heading.setPadding(new Insets(8, 0, 0, 0));
        facts.getChildren().add(heading);
    }

    private void lines(String title, List<String> sentences, Feather shape, String style) {
        heading(title);
        for (String sentence : sentences) {
            Label mark = new Label(null, Icon.of(shape));
            mark.getStyleClass().add(style);
            Label words = Controls.wrapped(sentence, "pick-fact");
            HBox.setHgrow(words, Priority.ALWAYS);
            facts.getChildren().add(new HBox(8, mark, words));
        }
    }

    private static final class VendorCell extends ListCell<Vendor> {
        @Override
        protected void updateItem(@Nullable Vendor vendor, boolean empty) {
            super.updateItem(vendor, empty);
            setText(vendor == null || empty ? null : VendorWords.name(vendor));
        }
    }
}
