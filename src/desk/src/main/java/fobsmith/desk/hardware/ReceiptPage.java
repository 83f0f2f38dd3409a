package fobsmith.desk.hardware;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sets a receipt on one page of A4. Lengths are points, 72 to the inch. */
final class ReceiptPage implements AutoCloseable {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String NO_GLYPH = "\u25a1";
    private static final float LEFT = 72;
    private static final float VALUES = 220;
    private static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 100;
    private static final float TITLE = 24;
    private static final float TEXT = 12;
    private static final float SMALL = 10;
    private static final float LINE = 18;
    private static final float SIGNATURES = 260;
    private static final float SIGNATURE_WIDTH = 200;

    private final PDPageContentStream page;
    private final PDFont font;
    private float height = TOP;

    private ReceiptPage(PDPageContentStream page, PDFont font) {
        this.page = page;
        this.font = font;
    }

    /** As a PDF. */
    static byte[] pdf(ReceiptText text) {
        var file = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            describe(document, text);
            write(document, text);
            document.save(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the receipt cannot be set", e);
        }
        return file.toByteArray();
    }

    private static void describe(PDDocument document, ReceiptText text) {
        document.getDocumentInformation().setTitle(text.title());
        document.getDocumentInformation().setCreator("fobsmith");
        document.getDocumentCatalog().setLanguage(text.locale().toLanguageTag());
    }

    private static void write(PDDocument document, ReceiptText text) throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        try (var page = new ReceiptPage(new PDPageContentStream(document, sheet), font(document))) {
            page.write(text);
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (var letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            return PDType0Font.load(document, letters);
        }
    }

    private void write(ReceiptText text) throws IOException {
        at(LEFT, height, TITLE, text.title());
        height -= 2.5f * LINE;
        paragraph(LEFT, text.statement());
        height -= LINE;
        for (var row : text.rows()) {
            at(LEFT, height, TEXT, row.label());
            paragraph(VALUES, row.value());
        }
        float place = LEFT;
        for (var name : text.signatures()) {
            signature(place, name);
            place = RIGHT - SIGNATURE_WIDTH;
        }
    }

    private void signature(float place, String name) throws IOException {
        page.moveTo(place, SIGNATURES);
        page.lineTo(place + SIGNATURE_WIDTH, SIGNATURES);
        page.stroke();
        float under = SIGNATURES;
        for (var line : broken(name, SIGNATURE_WIDTH, SMALL)) {
            under -= SMALL * 1.4f;
            at(place, under, SMALL, line);
        }
    }

    private void paragraph(float place, String text) throws IOException {
        for (var line : broken(text, RIGHT - place, TEXT)) {
            at(place, height, TEXT, line);
            height -= LINE;
        }
        height -= LINE / 3;
    }

    private void at(float place, float above, float size, String text) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(place, above);
        page.showText(legible(text));
        page.endText();
    }

    /** What the font has no letter for is an empty box, for everybody to see that something stood there. */
    private String legible(String text) {
        var whole = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(one -> whole.append(hasGlyph(one) ? one : NO_GLYPH));
        return whole.toString();
    }

    private boolean hasGlyph(String letter) {
        try {
            return font.encode(letter).length > 0;
        } catch (IllegalArgumentException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At blanks, or anywhere within a word that is too long. */
    private List<String> broken(String text, float width, float size) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var letter : text.codePoints().mapToObj(Character::toString).toList()) {
            line.append(letter);
            if (width(line.toString(), size) > width) {
                int blank = line.lastIndexOf(" ");
                int end = blank > 0 ? blank : line.length() - letter.length();
                lines.add(line.substring(0, end).strip());
                line.delete(0, end);
            }
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(legible(text)) / 1000 * size;
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
