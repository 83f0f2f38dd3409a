package fobsmith.desk.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.Language;
import fobsmith.desk.Messages;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class ReceiptPageTest {
    private static final Instant LATE_IN_THE_EVENING = Instant.parse("2026-11-23T23:30:00Z");

    private static Receipt receipt(String person) {
        return new Receipt(person, "GAHT12345678", "ACME F1", LATE_IN_THE_EVENING, "nora");
    }

    private static ReceiptText text(Receipt receipt, Language language) {
        return ReceiptText.of(receipt, new Messages(language), ZoneId.of("Europe/Madrid"));
    }

    /** As it stands in the file, read back. */
    private static String printed(Receipt receipt, Language language) throws IOException {
        var pdf = ReceiptPage.pdf(text(receipt, language));
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isOne();
            assertThat(read.getDocumentCatalog().getLanguage())
                    .isEqualTo(language.locale().toLanguageTag());
        }
        return PaperInAFolder.text(pdf);
    }

    @Test
    void saysInEnglishWhoGotWhatFromWhomAndWhen() throws IOException {
        assertThat(printed(receipt("alice.moreno"), Language.ENGLISH).lines())
                .containsExactly(
                        "Hand-over receipt",
                        "alice.moreno has received the security token named below, keeps it safe, gives it to",
                        "nobody, reports its loss at once, and gives it back when it is no longer needed.",
                        "Received by alice.moreno",
                        "Serial number GAHT12345678",
                        "Model ACME F1",
                        "Date November 24, 2026",
                        "Handed over by nora",
                        "Received: alice.moreno Handed over: nora");
    }

    @Test
    void saysTheSameInSpanish() throws IOException {
        assertThat(printed(receipt("alice.moreno"), Language.SPANISH).lines())
                .containsExactly(
                        "Recibo de entrega",
                        "alice.moreno ha recibido el token de seguridad indicado abajo, lo guarda bien, no se",
                        "lo deja a nadie, comunica su pérdida de inmediato y lo devuelve cuando ya no haga",
                        "falta.",
                        "Recibido por alice.moreno",
                        "Número de serie GAHT12345678",
                        "Modelo ACME F1",
                        "Fecha 24 de noviembre de 2026",
                        "Entregado por nora",
                        "Recibido: alice.moreno Entregado: nora");
    }

    @Test
    void lettersOfOtherScriptsAreSetAndWhatTheFontLacksIsABox() throws IOException {
        assertThat(printed(receipt("Дмитрий Łukasz Ñandú Ελένη"), Language.ENGLISH))
                .contains("Received by Дмитрий Łukasz Ñandú Ελένη");
        assertThat(printed(receipt("李明 🦊"), Language.ENGLISH)).contains("Received by □□ □");
    }

    @Test
    void aLongNameGoesOnInTheNextLineAndLosesNothing() throws IOException {
        var name = "W".repeat(64);
        var lines = printed(receipt(name), Language.ENGLISH);
        assertThat(lines.replaceAll("[^W]", "")).hasSize(3 * name.length());
        assertThat(lines.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(100));
    }

    @Test
    void theFileIsNamedAfterTheTokenWithoutWhatAFileNameMayNotHold() {
        var odd = new Receipt("alice", "GAHT/1234:01", "ACME F1", LATE_IN_THE_EVENING, "nora");
        assertThat(text(odd, Language.ENGLISH).fileName()).isEqualTo("receipt-GAHT-1234-01.pdf");
        assertThat(text(odd, Language.SPANISH).fileName()).isEqualTo("recibo-GAHT-1234-01.pdf");
    }
}
