package dev.lockstep.ui.kit.credentials;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.ui.kit.Theme;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Prints a recovery sheet. What is printed passes through the printer's queue, out of this program's hands. */
final class RecoveryPrint {
    private RecoveryPrint() {}

    /** What came of it. */
    enum Outcome {
        PRINTED,
        CANCELLED,
        NO_PRINTER
    }

    static Outcome print(Window owner, RecoverySheet sheet) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return Outcome.NO_PRINTER;
        }
        if (!job.showPrintDialog(owner)) {
            return Outcome.CANCELLED;
        }
        double width = job.getJobSettings().getPageLayout().getPrintableWidth();
        boolean printed = job.printPage(page(sheet, width)) && job.endJob();
        return printed ? Outcome.PRINTED : Outcome.NO_PRINTER;
    }

    /** The sheet of paper: dark on white whatever the theme. */
    static VBox page(RecoverySheet sheet, double width) {
        VBox page = new VBox(24, words(sheet.head()));
        page.getStyleClass().add("paper");
        VBox code = new VBox(8);
        page.getChildren().addAll(code, words(sheet.tail()));
        Scene scene = new Scene(page, width, 600);
        Theme.dress(scene);
        for (SecretValue line : CodeLines.of(sheet.code())) {
            SecretLabel label = new SecretLabel();
            code.getChildren().add(label);
            try (line) {
                label.show(line);
            }
        }
        page.applyCss();
        page.layout();
        return page;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
