package dev.lockstep.app;

import java.awt.Font;
import java.awt.print.Printable;
import javax.print.DocFlavor;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.StreamPrintServiceFactory;

/** A program that looks for a printer, and prints a page as PostScript on its output, by the parts of the runtime that the toolkit prints with. */
final class PrintedPage {
    private PrintedPage() {}

    public static void main(String[] arguments) throws Exception {
        PrintServiceLookup.lookupDefaultPrintService();
        Printable page = (graphics, format, index) -> {
            graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
            graphics.drawString("a printed line", 100, 100);
            return index == 0 ? Printable.PAGE_EXISTS : Printable.NO_SUCH_PAGE;
        };
        StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                        DocFlavor.SERVICE_FORMATTED.PRINTABLE, "application/postscript")[0]
                .getPrintService(System.out)
                .createPrintJob()
                .print(new SimpleDoc(page, DocFlavor.SERVICE_FORMATTED.PRINTABLE, null), null);
    }
}
