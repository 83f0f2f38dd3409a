package fobsmith.desk.hardware;

import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;

/** The file chooser of the desktop, and its usual printer. */
final class PaperOfThisMachine implements Paper {
    @Override
    public Optional<Path> askFor(String suggestedName, Window window) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(file -> file.toPath());
    }

    @Override
    public Optional<String> print(PDDocument receipt) throws PrinterException {
        var printer = PrintServiceLookup.lookupDefaultPrintService();
        if (printer == null) {
            return Optional.empty();
        }
        print(receipt, printer);
        return Optional.of(printer.getName());
    }

    static void print(PDDocument receipt, PrintService printer) throws PrinterException {
        var job = PrinterJob.getPrinterJob();
        job.setPrintService(printer);
        job.setPageable(new PDFPageable(receipt));
        job.print();
    }
}
