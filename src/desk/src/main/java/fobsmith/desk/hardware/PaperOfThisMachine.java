package fobsmith.desk.hardware;

import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.Loader;
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
    public Optional<String> print(byte[] pdf) throws IOException, PrinterException {
        var printer = PrintServiceLookup.lookupDefaultPrintService();
        if (printer == null) {
            return Optional.empty();
        }
        print(pdf, printer);
        return Optional.of(printer.getName());
    }

    static void print(byte[] pdf, PrintService printer) throws IOException, PrinterException {
        try (var document = Loader.loadPDF(pdf)) {
            var job = PrinterJob.getPrinterJob();
            job.setPrintService(printer);
            job.setPageable(new PDFPageable(document));
            job.print();
        }
    }
}
