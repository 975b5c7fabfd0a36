package dev.lockstep.ui.backups;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.CheckReport;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a restore or a repair did. */
final class OutcomePane {
    private OutcomePane() {}

    static Node restored(BackupsViewModel model, Stage.Restored restored, ZoneId zone) {
        String words =
                Text.of("backups.restored.about", Ago.exact(restored.backup().taken(), zone), restored.kept());
        return page(
                model,
                Text.of("backups.restored"),
                new VBox(16, Findings.notice(Feather.CHECK_CIRCLE, "notice-ok", words)));
    }

    static Node repaired(BackupsViewModel model, Stage.Repaired repaired) {
        CheckReport report = repaired.report();
        VBox body = new VBox(
                16,
                Findings.notice(
                        Feather.CHECK_CIRCLE,
                        "notice-ok",
                        Text.of("backups.repaired.about", report.secrets(), report.formerValues())),
                Findings.list(report));
        return page(model, Text.of("backups.repaired"), body);
    }

    private static Node page(BackupsViewModel model, String title, VBox body) {
        body.setPadding(new Insets(4, 24, 16, 24));
        Button close = new Button(Text.of("backups.close"));
        close.setId("close-outcome");
        close.setDefaultButton(true);
        close.getStyleClass().addAll(Styles.ACCENT, Sheet.FIRST_FOCUS);
        close.setOnAction(event -> model.close());
        return new SheetPage(title, body)
                .buttons(close)
                .prefSize(BackupsView.WIDTH, BackupsView.HEIGHT)
                .root();
    }
}
