package dev.lockstep.ui.editor;

import dev.lockstep.naming.NameCheck;
import dev.lockstep.naming.NamingRule.Certainty;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.NameWords;
import dev.lockstep.words.Text;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rule of the chosen chip: quoted, with how the name appears there, or why it does not fit and what would. */
final class RuleCard {
    private static final double HEIGHT = 112;

    private final Label title = new Label();
    private final Label certainty = new Label();
    private final Label quote = new Label();
    private final Label verdict = new Label();
    private final Label appearsAs = new Label();
    private final Button fix = new Button();
    private final VBox root;
    private final Consumer<String> use;

    /** @param use puts a suggested name into the field */
    RuleCard(Consumer<String> use) {
        this.use = use;
        certainty.getStyleClass().add("hint");
        quote.setWrapText(true);
        verdict.setWrapText(true);
        verdict.setMinWidth(0);
        appearsAs.getStyleClass().add("mono");
        fix.getStyleClass().add("small");
        fix.setMinWidth(Button.USE_PREF_SIZE);
        fix.setId("rule-fix");
        HBox head = new HBox(8, title, certainty);
        head.setAlignment(Pos.BASELINE_LEFT);
        HBox foot = new HBox(8, verdict, appearsAs, SheetPage.spring(), fix);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(28);
        VBox.setVgrow(quote, Priority.ALWAYS);
        quote.setMaxHeight(Double.MAX_VALUE);
        quote.setAlignment(Pos.TOP_LEFT);
        root = new VBox(4, head, quote, foot);
        root.getStyleClass().addAll("card", "rule-card");
        root.setMinHeight(HEIGHT);
    }

    Node root() {
        return root;
    }

    /** Shows what a rule says. */
    void show(String name, RuleReport report) {
        NameCheck check = report.check();
        title.setText(name);
        certainty.setText(NameWords.certainty(report.rule()));
        quote.setText(NameWords.quote(report.rule()));
        verdict.getStyleClass().setAll("label");
        boolean open = report.standing() == RuleReport.Standing.OPEN;
        if (open) {
            say(Text.of("editor.rule.type"), "subtitle", "");
        } else if (check.passes() && report.rule().certainty() == Certainty.OWN) {
            say(Text.of("editor.rule.own-fits"), "ok-text", "");
        } else if (check.passes()) {
            say(Text.of("editor.rule.appears"), "subtitle", check.appearsAs());
        } else {
            say(NameWords.problem(check.problems().getFirst()), "error-text", "");
        }
        offer(open ? "" : check.fix().orElse(""));
    }

    private void say(String words, String style, String name) {
        verdict.setText(words);
        verdict.getStyleClass().add(style);
        appearsAs.setText(name);
        appearsAs.setManaged(!name.isEmpty());
        appearsAs.setVisible(!name.isEmpty());
    }

    private void offer(String suggestion) {
        fix.setText(Text.of("editor.rule.use", suggestion));
        fix.setMnemonicParsing(false);
        fix.setOnAction(event -> use.accept(suggestion));
        fix.setVisible(!suggestion.isEmpty());
    }
}
