package dev.lockstep.ui.help;

import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows version, what is measured, and the licences of the libraries. */
public final class AboutView {
    private final SheetPage page;

    public AboutView(AboutViewModel viewModel) {
        Button close = new Button(Text.of("help.close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> viewModel.close());
        VBox body = new VBox(
                20,
                version(viewModel),
                paragraph(Text.of("about.network.title"), Text.of("about.network")),
                paragraph(Text.of("about.measured.title"), Text.of("about.measured")),
                new VBox(8, heading(Text.of("about.libraries.title")), libraries(viewModel.libraries())));
        body.setPadding(new Insets(0, 24, 16, 24));
        page = new SheetPage(Text.of("about.title"), body).buttons(close).prefSize(720, 640);
    }

    public Parent root() {
        return page.root();
    }

    private static Node version(AboutViewModel viewModel) {
        Label runtime = new Label(viewModel.runtime());
        runtime.getStyleClass().add("hint");
        return new VBox(
                4, wrapped(Text.of("about.claim")), new Label(Text.of("about.version", viewModel.version())), runtime);
    }

    private static Node paragraph(String title, String words) {
        return new VBox(4, heading(title), wrapped(words));
    }

    private static Node libraries(List<Library> libraries) {
        GridPane table = new GridPane(16, 8);
        ColumnConstraints use = new ColumnConstraints();
        use.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(new ColumnConstraints(), use, new ColumnConstraints());
        for (int i = 0; i < libraries.size(); i++) {
            Library library = libraries.get(i);
            Label purpose = wrapped(library.use());
            purpose.getStyleClass().add("subtitle");
            table.addRow(i, new Label(library.title()), purpose, new Label(library.licence()));
        }
        return table;
    }

    private static Label heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("section");
        return heading;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }
}
