package fobsmith.desk.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** An operator who always saves into the same folder, under the name he is offered, and perhaps a printer. */
final class PaperInAFolder implements Paper {
    final Path folder;
    final List<String> printed = new ArrayList<>();
    Optional<String> printer = Optional.empty();
    Optional<Path> saved = Optional.empty();
    boolean unreadable;

    PaperInAFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Path> askFor(String suggestedName, Window window) {
        saved = Optional.of(folder.resolve(suggestedName));
        return saved;
    }

    @Override
    public Optional<String> print(byte[] pdf) throws IOException {
        if (unreadable) {
            throw new IOException("the page cannot be read back");
        }
        printer.ifPresent(_ -> printed.add(text(pdf)));
        return printer;
    }

    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
