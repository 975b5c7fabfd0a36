package dev.lockstep.ui.generator;

import atlantafx.base.theme.Styles;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Attention;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The generator, for a sheet of about 640 pixels: recipe, value, entropy. */
public final class GeneratorView {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;
    private static final List<String> STYLES = List.of("ok-text", "warn-text", "error-text");

    private final GeneratorViewModel viewModel;
    private final SecretLabel drawn = new SecretLabel();
    private final Button show = Icon.button(Feather.EYE, Text.of("generator.show"));
    private final Label entropy = new Label();
    private final Parent root;

    public GeneratorView(GeneratorViewModel viewModel) {
        this.viewModel = viewModel;
        entropy.setId("entropy");
        VBox body = new VBox(16, kinds(), new RecipeFields(viewModel.form()).root(), value(), problem());
        body.setPadding(new Insets(4, 24, 20, 24));
        SheetPage page = new SheetPage(Text.of("generator.title"), body);
        page.buttons(copy(), SheetPage.spring(), leave());
        if (viewModel.canBeUsed()) {
            page.buttons(use());
        }
        root = page.prefSize(WIDTH, HEIGHT).root();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        viewModel.valueProperty().addListener((property, before, now) -> draw());
        viewModel.shownProperty().addListener((property, before, now) -> draw());
        draw();
        Attention.whenLost(root, viewModel::mask);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private Node kinds() {
        FlowPane kinds = new FlowPane(8, 8);
        ToggleGroup group = new ToggleGroup();
        for (RecipeKind kind : RecipeKind.values()) {
            ToggleButton choice = new ToggleButton(kind.words());
            choice.setToggleGroup(group);
            choice.setSelected(viewModel.form().kindProperty().get() == kind);
            choice.setId("kind-" + kind.name());
            choice.setOnAction(event -> {
                choice.setSelected(true);
                viewModel.form().kindProperty().set(kind);
            });
            kinds.getChildren().add(choice);
        }
        return kinds;
    }

    private Node value() {
        HBox.setHgrow(drawn, Priority.ALWAYS);
        Button again = Icon.button(Feather.REFRESH_CW, Shortcut.REGENERATE.hint(Text.of("generator.again")));
        again.setId("regenerate");
        again.setOnAction(event -> viewModel.regenerate());
        show.setId("show-value");
        show.setOnAction(event -> viewModel.show());
        show.managedProperty().bind(show.visibleProperty());
        HBox line = new HBox(8, drawn, show, again);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(8, line, entropy);
        card.getStyleClass().add("card");
        return card;
    }

    private Label problem() {
        Label problem = new Label();
        problem.textProperty().bind(viewModel.problemProperty());
        problem.getStyleClass().add("error-text");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        return problem;
    }

    private void draw() {
        SecretValue value = viewModel.valueProperty().get();
        boolean shown = viewModel.shownProperty().get();
        show.setVisible(value != null && !shown);
        if (value == null) {
            drawn.mask();
            entropy.setText("");
            return;
        }
        if (shown) {
            drawn.show(value);
        } else {
            drawn.mask();
        }
        double bits = viewModel.bits();
        Guessing guessing = Guessing.of(bits);
        entropy.setText(Text.of("generator.entropy", guessing.words(), Math.floor(bits), value.size()));
        entropy.getStyleClass().removeAll(STYLES);
        entropy.getStyleClass().add(guessing.style());
    }

    private Button copy() {
        Button copy = new Button(Text.of("generator.copy"), Icon.of(Feather.COPY));
        copy.setTooltip(new Tip(Shortcut.COPY_VALUE.hint(Text.of("generator.copy"))));
        copy.setId("copy");
        copy.setOnAction(event -> viewModel.copy());
        copy.disableProperty().bind(viewModel.valueProperty().isNull());
        return copy;
    }

    private Button leave() {
        Button leave = new Button(viewModel.canBeUsed() ? Text.of("generator.cancel") : Text.of("generator.close"));
        leave.setOnAction(event -> viewModel.close());
        return leave;
    }

    private Button use() {
        Button use = new Button(Text.of("generator.use"));
        use.getStyleClass().add(Styles.ACCENT);
        use.setTooltip(new Tip(Shortcut.SAVE.hint(Text.of("generator.use"))));
        use.setId("use");
        use.setDefaultButton(true);
        use.setOnAction(event -> viewModel.use());
        use.disableProperty().bind(viewModel.valueProperty().isNull());
        return use;
    }

    private void pressed(KeyEvent key) {
        boolean typing = key.getTarget() instanceof TextInputControl;
        if (Shortcut.REGENERATE.matches(key)) {
            viewModel.regenerate();
        } else if (Shortcut.SAVE.matches(key)) {
            viewModel.use();
        } else if (Shortcut.COPY_VALUE.matches(key) && !typing) {
            viewModel.copy();
        } else if (Shortcut.CANCEL.matches(key)) {
            viewModel.close();
        } else {
            return;
        }
        key.consume();
    }
}
