package dev.lockstep.ui.backups;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.CheckReport;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a check found, and the way to a repair. */
final class CheckPane {
    private final Parent root;

    CheckPane(BackupsViewModel model, Stage.Checked checked) {
        CheckReport report = checked.report();
        VBox body = new VBox(16, verdict(report));
        boolean repairable = checked.ofVault() && !report.sound();
        if (!report.sound()) {
            body.getChildren().add(Findings.list(report));
        }
        if (repairable) {
            body.getChildren().add(Findings.notice(Feather.INFO, "notice-info", Text.of("backups.repair.about")));
        }
        body.setPadding(new Insets(4, 24, 16, 24));
        List<Node> buttons = new ArrayList<>();
        if (repairable) {
            Button repair = new Button(Text.of("backups.repair"));
            repair.setId("repair");
            repair.setOnAction(event -> model.repair());
            buttons.addAll(List.of(repair, SheetPage.spring()));
        }
        Button back = new Button(Text.of("backups.back"));
        back.getStyleClass().addAll(Styles.ACCENT, Sheet.FIRST_FOCUS);
        back.setCancelButton(true);
        back.setOnAction(event -> model.list());
        buttons.add(back);
        root = new SheetPage(
                        checked.ofVault() ? Text.of("backups.checked.vault") : Text.of("backups.checked.backup"), body)
                .buttons(buttons.toArray(Node[]::new))
                .prefSize(BackupsView.WIDTH, BackupsView.HEIGHT)
                .root();
    }

    Parent root() {
        return root;
    }

    private static Node verdict(CheckReport report) {
        return report.sound()
                ? Findings.notice(
                        Feather.CHECK_CIRCLE,
                        "notice-ok",
                        Text.of("backups.checked.sound", report.secrets(), report.formerValues()))
                : Findings.notice(
                        Feather.ALERT_TRIANGLE,
                        "notice-bad",
                        Text.of("backups.checked.damaged", report.findings().size() + report.more(), report.secrets()));
    }
}
