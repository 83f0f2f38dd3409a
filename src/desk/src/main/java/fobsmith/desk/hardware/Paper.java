package fobsmith.desk.hardware;

import java.awt.print.PrinterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Where a receipt goes: a file that the operator names, or a printer. */
interface Paper {
    /** Asks for a file; empty where the operator would rather not. Screen's thread. */
    Optional<Path> askFor(String suggestedName, Window window);

    /** Prints; the name of the printer, or empty where there is none. Never on the screen's thread. */
    Optional<String> print(byte[] pdf) throws IOException, PrinterException;
}
