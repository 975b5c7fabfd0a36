package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.LateTip;
import dev.lockstep.ui.kit.states.SignShape;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** One shape for each remote of a secret, told in words by the tooltip and to a screen reader. */
final class RemoteShapes implements MarksContent.Drawing {
    /** More are told as a number. */
    static final int MOST = 5;

    private final MarkWords words;
    private final HBox line = new HBox(4);
    private final List<SignShape> shapes = new ArrayList<>();
    private final Label more = new Label();
    private final Label none = new Label("\u2013");
    private final LateTip tip = new LateTip(line);

    RemoteShapes(MarkWords words) {
        this.words = words;
        line.setAlignment(Pos.CENTER_LEFT);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.getStyleClass().add("remote-shapes");
        more.getStyleClass().add("muted-cell");
        none.getStyleClass().add("muted-cell");
    }

    @Override
    public Node node() {
        return line;
    }

    @Override
    public void show(Optional<List<Mark>> marks) {
        if (marks.isEmpty()) {
            line.getChildren().clear();
            tell("", "");
        } else if (marks.get().isEmpty()) {
            line.getChildren().setAll(none);
            tell(Text.of("secrets.remotes.none"), Text.of("secrets.remotes.none"));
        } else {
            draw(marks.get());
            tell(words.lines(marks.get()), words.spoken(marks.get()));
        }
    }

    /** Shapes are made once and change as the table scrolls. */
    private void draw(List<Mark> marks) {
        int count = Math.min(marks.size(), MOST);
        while (shapes.size() < count) {
            shapes.add(new SignShape());
        }
        for (int i = 0; i < count; i++) {
            shapes.get(i).show(marks.get(i).sign());
        }
        List<Node> shown = new ArrayList<>(shapes.subList(0, count));
        if (marks.size() > MOST) {
            more.setText(Text.of("secrets.remotes.more", marks.size() - MOST));
            shown.add(more);
        }
        if (!line.getChildren().equals(shown)) {
            line.getChildren().setAll(shown);
        }
    }

    private void tell(String drawn, String spoken) {
        line.setAccessibleText(spoken);
        tip.say(drawn);
    }
}
