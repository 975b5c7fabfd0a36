package dev.lockstep.ui.editor;

import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One chip for the collection's own rule and one for each vendor's, with the chosen rule below: one stop for Tab, the arrows choose. */
final class RuleChips {
    private final List<RuleChip> chips = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final FlowPane row = new FlowPane(8, 8);
    private final RuleCard card;
    private final VBox root;
    private NameReport report;
    private int shown;

    RuleChips(NamePart name) {
        report = name.reportProperty().get();
        card = new RuleCard(name::use);
        add(Text.of("editor.rule.collection"));
        report.elsewhere().forEach(vendor -> add(RuleChip.titleOf(vendor)));
        row.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root = new VBox(8, row, card.root());
        name.reportProperty().addListener((property, before, now) -> tell(now));
        tell(report);
    }

    private void add(String title) {
        int index = chips.size();
        RuleChip chip = new RuleChip(title, () -> show(index));
        chips.add(chip);
        titles.add(title);
        row.getChildren().add(chip.button());
    }

    Node root() {
        return root;
    }

    private RuleReport at(int index) {
        return index == 0 ? report.own() : report.elsewhere().get(index - 1);
    }

    private void tell(NameReport now) {
        report = now;
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).tell(at(i));
        }
        show(shown);
    }

    private void show(int index) {
        shown = index;
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).chosen(i == index);
            chips.get(i).button().setFocusTraversable(i == index);
        }
        card.show(titles.get(index), at(index));
    }

    private void pressed(KeyEvent key) {
        int step = switch (key.getCode()) {
            case LEFT, UP -> -1;
            case RIGHT, DOWN -> 1;
            default -> 0;
        };
        if (step != 0) {
            key.consume();
            show(Math.floorMod(shown + step, chips.size()));
            chips.get(shown).button().requestFocus();
        }
    }
}
