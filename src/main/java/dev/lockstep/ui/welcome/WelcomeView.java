package dev.lockstep.ui.welcome;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.GatePage;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Offers the recent vaults, or on a computer without any the ways to get one. */
public final class WelcomeView {
    private static final double WIDTH = 520;

    private final WelcomeViewModel model;
    private final Function<Window, Optional<Path>> chooser;
    private final RecentList recents;
    private final Button create;
    private final Label notice = new Label();
    private final Button demo;
    private final VBox body = new VBox(16);
    private final Parent root;

    public WelcomeView(WelcomeViewModel model) {
        this(model, WelcomeView::askForFile);
    }

    /** With another way to ask for a file than the system's window. */
    WelcomeView(WelcomeViewModel model, Function<Window, Optional<Path>> chooser) {
        this.model = model;
        this.chooser = chooser;
        this.recents = new RecentList(model);
        this.create = button(Feather.PLUS, Text.of("welcome.create"), Shortcut.NEW_VAULT, model::create);
        this.demo = button(Feather.PLAY_CIRCLE, Text.of("welcome.demo"), null, model::demo);
        notice.setWrapText(true);
        notice.getStyleClass().add("warn-text");
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        root = GatePage.of(WIDTH, this::focus, body, notice, buttons(), hint());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.setOnDragOver(this::dragged);
        root.setOnDragDropped(this::dropped);
        model.stateProperty().subscribe(this::show);
    }

    public Parent root() {
        return root;
    }

    private void show(WelcomeViewModel.State state) {
        boolean first = state instanceof WelcomeViewModel.State.Empty;
        demo.setVisible(first);
        demo.setManaged(first);
        switch (state) {
            case WelcomeViewModel.State.Empty empty -> {
                body.getChildren()
                        .setAll(
                                centred(Text.of("welcome.empty"), "title"),
                                centred(Text.of("welcome.emptyMore"), "subtitle"));
                create.getStyleClass().add(Styles.ACCENT);
                Platform.runLater(create::requestFocus);
            }
            case WelcomeViewModel.State.Listing listing -> {
                Label title = new Label(Text.of("welcome.recent"));
                title.getStyleClass().add("title");
                recents.show(listing.vaults());
                body.getChildren().setAll(title, recents.root());
                create.getStyleClass().remove(Styles.ACCENT);
            }
        }
    }

    private void focus() {
        switch (model.stateProperty().get()) {
            case WelcomeViewModel.State.Empty empty -> create.requestFocus();
            case WelcomeViewModel.State.Listing listing -> recents.focus();
        }
    }

    private FlowPane buttons() {
        Button open = button(Feather.FOLDER, Text.of("welcome.open"), Shortcut.OPEN_VAULT, this::choose);
        Button importEnv = button(Feather.DOWNLOAD, Text.of("welcome.import"), null, model::importEnv);
        FlowPane row = new FlowPane(8, 8, create, open, importEnv, demo);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Button button(Feather icon, String words, @Nullable Shortcut keys, Runnable action) {
        Button button = new Button(words, Icon.of(icon));
        button.setOnAction(pressed -> action.run());
        button.setTooltip(keys == null ? null : new Tip(keys.hint(words)));
        return button;
    }

    private static Label hint() {
        String open = Shortcut.OPEN_VAULT.keys().getFirst();
        String create = Shortcut.NEW_VAULT.keys().getFirst();
        return centred(Text.of("welcome.hint", open, create), "hint");
    }

    private static Label centred(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setWrapText(true);
        return label;
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.NEW_VAULT.matches(key)) {
            model.create();
            key.consume();
        } else if (Shortcut.OPEN_VAULT.matches(key)) {
            choose();
            key.consume();
        }
    }

    private void choose() {
        chooser.apply(root.getScene().getWindow()).ifPresent(model::choose);
    }

    private static Optional<Path> askForFile(Window owner) {
        FileChooser window = new FileChooser();
        window.setTitle(Text.of("welcome.open"));
        window.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Text.of("welcome.vaultFiles"), "*" + Vaults.SUFFIX),
                        new FileChooser.ExtensionFilter(Text.of("welcome.allFiles"), "*"));
        return Optional.ofNullable(window.showOpenDialog(owner)).map(File::toPath);
    }

    private void dragged(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
        }
        drag.consume();
    }

    private void dropped(DragEvent drag) {
        List<Path> files =
                drag.getDragboard().getFiles().stream().map(File::toPath).toList();
        drag.setDropCompleted(model.accepts(files));
        drag.consume();
        model.drop(files);
    }
}
