package dev.lockstep.ui.remotes;

import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.words.Text;
import dev.lockstep.words.TroubleWords;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is known of the chosen remote, in full. */
final class StatePane {
    private final RemotesViewModel model;
    private final FailureNote trouble = new FailureNote();
    private final Label words = Controls.wrapped("", "hint");
    private final VBox root = new VBox(8, trouble.root(), words);

    StatePane(RemotesViewModel model) {
        this.model = model;
        words.setId("remote-state");
        words.managedProperty().bind(words.visibleProperty());
        root.setMinHeight(Region.USE_PREF_SIZE);
        model.chosenProperty().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    private void show(Optional<RemoteRow> row) {
        trouble.show(null);
        words.setText(row.map(this::told).orElse(""));
        words.setVisible(!words.getText().isEmpty());
        if (row.isPresent() && row.get().state() instanceof RowState.Refused refused) {
            trouble.show(TroubleWords.of(
                    refused.check().trouble(), row.get().vendor(), model.clock().getZone()));
        }
    }

    private static String where(RemoteRow row, String place) {
        if (row.practice()) {
            return Text.of("remotes.where.practice", place);
        }
        return row.isHere() ? Text.of("remotes.where.here", place) : Text.of("remotes.where", place);
    }

    private String told(RemoteRow row) {
        String place = row.remote().details().settings().getOrDefault("address", "");
        String where = where(row, place);
        return switch (row.state()) {
            case RowState.Paused paused -> where + " " + Text.of("remotes.told.paused");
            case RowState.Ended ended -> Text.of("remotes.told.ended");
            case RowState.Checking checking -> where;
            case RowState.Unchecked unchecked -> where + " " + Text.of("remotes.told.unchecked");
            case RowState.Welcomed welcomed ->
                where + " "
                        + String.join(" ", StateWords.welcome(welcomed.check().greeting()));
            case RowState.Refused refused -> where;
        };
    }
}
