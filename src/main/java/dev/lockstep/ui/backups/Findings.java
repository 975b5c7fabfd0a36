package dev.lockstep.ui.backups;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.vault.CheckFinding;
import dev.lockstep.vault.CheckReport;
import dev.lockstep.words.FindingWords;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was found, line by line, and framed sentences above it. */
final class Findings {
    private Findings() {}

    static Node list(CheckReport report) {
        VBox lines = new VBox(8);
        for (CheckFinding finding : report.findings()) {
            Label line = new Label(FindingWords.of(finding), Icon.of(Feather.ALERT_CIRCLE));
            line.setGraphicTextGap(8);
            line.setWrapText(true);
            lines.getChildren().add(line);
        }
        if (report.more() > 0) {
            lines.getChildren().add(new Label(Text.of("backups.more", report.more())));
        }
        return lines;
    }

    static Node notice(Feather icon, String style, String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox box = new HBox(12, Icon.of(icon), label);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.getStyleClass().addAll("notice", style);
        return box;
    }
}
