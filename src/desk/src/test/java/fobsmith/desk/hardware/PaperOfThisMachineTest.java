package fobsmith.desk.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.Language;
import fobsmith.desk.Messages;
import java.awt.print.PrinterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.print.DocFlavor;
import javax.print.StreamPrintServiceFactory;
import org.junit.jupiter.api.Test;

class PaperOfThisMachineTest {
    @Test
    void printsOnePageOfA4() throws IOException, PrinterException {
        var receipt = new Receipt("alice", "GAHT12345678", "ACME F1", Instant.EPOCH, "nora");
        var text = ReceiptText.of(receipt, new Messages(Language.ENGLISH), ZoneOffset.UTC);
        var sheets = new ByteArrayOutputStream();
        var printer = StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0]
                .getPrintService(sheets);
        PaperOfThisMachine.print(ReceiptPage.pdf(text), printer);
        assertThat(sheets.toString(StandardCharsets.ISO_8859_1).lines())
                .startsWith("%!PS-Adobe-3.0")
                .containsOnlyOnce("showpage");
    }
}
