package dev.lockstep.ui.importing;

import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.words.HoldingWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was written, what was not, and what is left to do about the source. */
final class DonePane implements Panes.Pane {
    private final Button close;
    private final Parent root;

    DonePane(ImportViewModel model, Stage.Done done) {
        Tally tally = done.tally();
        String counts = Text.of("import.done", tally.added(), tally.replaced(), tally.skipped());
        String into = Optional.ofNullable(model.targetProperty().get())
                .map(collection -> Text.of("import.done.into", Legible.line(collection.title())))
                .orElse("");
        VBox body = new VBox(
                16,
                Controls.notice(
                        Feather.CHECK_CIRCLE,
                        "notice-ok",
                        Controls.wrapped(counts, "notice-title"),
                        Controls.wrapped(into, "words")));
        if (!done.holdings().isEmpty()) {
            VBox held = new VBox(4, Controls.wrapped(Text.of("import.done.held"), "section"));
            about(held, Parts.taken(done.holdings()), "subtitle");
            about(held, HoldingWords.of(Fate.LEFT_OUT, done.holdings()), "warn-text");
            body.getChildren().add(held);
        }
        model.question().ifPresent(asked -> body.getChildren().add(source(model, asked)));
        body.setPadding(new Insets(4, 24, 16, 24));
        close = Controls.primary("import-close", Text.of("import.close"), model::close);
        root = new SheetPage(Text.of("import.title"), body)
                .buttons(
                        Controls.button("import-again", Text.of("import.done.again"), model::another),
                        SheetPage.spring(),
                        close)
                .prefSize(ImportView.WIDTH, ImportView.HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return close;
    }

    private static void about(VBox body, String words, String style) {
        if (!words.isEmpty()) {
            body.getChildren().add(Controls.wrapped(words, style));
        }
    }

    private static Node source(ImportViewModel model, Question asked) {
        String what = asked.inTheClear() ? Text.of("import.done.clear") : Text.of("import.done.sealed");
        Label path = WholeText.name(Legible.line(asked.source().toString()), "import-source");
        HBox notice = Controls.notice(
                Feather.ALERT_TRIANGLE,
                "notice-warn",
                Controls.wrapped(what, "notice-title"),
                path,
                Controls.wrapped(Text.of("import.done.advice"), "words"));
        model.show().ifPresent(show -> {
            Button button =
                    Controls.button("import-show", Text.of("import.done.show"), () -> show.accept(asked.source()));
            button.setGraphic(Icon.of(Feather.FOLDER));
            notice.getChildren().add(button);
        });
        return notice;
    }
}
