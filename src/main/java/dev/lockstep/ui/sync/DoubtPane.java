package dev.lockstep.ui.sync;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks whether a remote that told of nothing was emptied on purpose, and what follows from that. The number of what was there has to be typed. */
final class DoubtPane implements Panes.Pane {
    private final TextField typed;
    private final Parent root;

    DoubtPane(SyncViewModel model, Stage.Doubting doubting) {
        int owned = doubting.list().owned();
        String remote = model.spelling()
                .name(doubting.planned().sites().name(doubting.list().remote()));
        VBox happened = new VBox(
                4,
                Controls.wrapped(
                        Text.of(
                                "sync.doubt.happened",
                                remote,
                                model.spelling().exact(doubting.list().listed()),
                                owned),
                        "notice-title"),
                Controls.wrapped(Text.of("sync.doubt.other-reasons"), "words"));
        happened.getStyleClass().addAll("notice", "notice-warn");
        Button believe = Controls.button("doubt-believe", Text.of("sync.doubt.believe"), model::believe);
        believe.getStyleClass().add(Styles.ACCENT);
        typed = Parts.typed("doubt-count", doubting.owned(), believe, model::believe);
        VBox body = new VBox(
                16,
                happened,
                Controls.wrapped(Text.of("sync.doubt.meaning"), "words"),
                Controls.wrapped(Text.of("sync.doubt.once"), "words"),
                Parts.labelled(Text.of("sync.doubt.type", owned), typed));
        body.setPadding(new Insets(4, 24, 16, 24));
        root = new SheetPage(Text.of("sync.doubt.title", remote), body)
                .buttons(
                        Controls.button("doubt-back", Text.of("sync.confirm.back"), model::back),
                        SheetPage.spring(),
                        believe)
                .prefSize(SyncView.WIDTH, SyncView.HEIGHT)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return typed;
    }
}
