package dev.lockstep.ui.remotes;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Asks whether to remove a remote, and says what follows. */
final class RemovePane implements RemotesView.Pane {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 248;

    private final Button keep;
    private final Parent root;

    RemovePane(RemotesViewModel model, Remote remote) {
        keep = Controls.button("keep-remote", Text.of("remotes.keep"), model::back);
        Button remove = Controls.button("really-remove", Text.of("remotes.remove"), () -> model.remove(remote));
        remove.getStyleClass().add(Styles.DANGER);
        VBox body = new VBox(
                12,
                Controls.wrapped(Text.of("remotes.remove.there"), "remove-fact"),
                Controls.wrapped(Text.of("remotes.remove.here"), "remove-fact"));
        body.setPadding(new Insets(4, 24, 12, 24));
        root = new SheetPage(Text.of("remotes.remove.title", Legible.line(remote.name())), body)
                .buttons(SheetPage.spring(), keep, remove)
                .filling()
                .prefSize(WIDTH, HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public double width() {
        return WIDTH;
    }

    @Override
    public double height() {
        return HEIGHT;
    }

    @Override
    public Node first() {
        return keep;
    }
}
