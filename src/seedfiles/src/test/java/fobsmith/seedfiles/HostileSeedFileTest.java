package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class HostileSeedFileTest {
    private static final String CONTAINER = "<KeyContainer Version='1.0'>\n";
    private static final String DEVICE = CONTAINER + "<KeyPackage><DeviceInfo>";
    private static final String DTD_REFUSED = "a document type declaration (DTD) is not allowed in a seed file";

    @Test
    void refusesAQuadraticBlowUpBeforeItGrows() {
        var big = "x".repeat(50_000);
        var xml = "<!DOCTYPE KeyContainer [<!ENTITY big \"%s\">]>%s<SerialNo>%s"
                .formatted(big, DEVICE, "&big;".repeat(50_000));
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.reader(xml))).hasMessage(DTD_REFUSED);
    }

    @Test
    void refusesAnExternalEntityWithoutOpeningIt(@TempDir Path folder) throws IOException {
        var canary = Files.writeString(folder.resolve("canary.txt"), "sings in the mine");
        var xml = "<!DOCTYPE KeyContainer [<!ENTITY name SYSTEM \"%s\">]>%s<SerialNo>&name;</SerialNo>"
                .formatted(canary.toUri(), DEVICE);
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.reader(xml)))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage(DTD_REFUSED);
    }

    @Test
    void refusesAnExternalDocumentType(@TempDir Path folder) throws IOException {
        var dtd = Files.writeString(folder.resolve("canary.dtd"), "<!ENTITY name \"sings in the mine\">");
        for (var declaration : new String[] {"SYSTEM \"%s\"", "PUBLIC \"-//x\" \"%s\""}) {
            var xml = "<!DOCTYPE KeyContainer %s>%s".formatted(declaration.formatted(dtd.toUri()), DEVICE);
            assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.reader(xml))).hasMessage(DTD_REFUSED);
        }
    }

    /** For a control character inside a document type the JDK's parser has no message, and says so by an exception. */
    @Test
    void hasWordsWhereTheParserHasNone() {
        var xml = "<!DOCTYPE KeyContainer [\n<!ENTITY na\u000bme SYSTEM 'file:///etc/hostname'>]>" + CONTAINER;
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.reader(xml)))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessageMatching("line \\d is not well-formed XML: column \\d+, outside the key container");
    }

    @Test
    void stopsAtNestingNoHonestFileHas() {
        assertStops(EndlessFile.of(CONTAINER + "<Extensions>", "<a>"), "line 2: elements are nested more than 32 deep");
    }

    @Test
    void stopsAtATextNoSerialNumberHas() {
        assertStops(
                EndlessFile.of(DEVICE + "<SerialNo>", "0123456789"), "line 2: SerialNo is longer than 4096 characters");
        assertStops(
                EndlessFile.of(DEVICE + "<SerialNo>" + "7".repeat(65) + "</SerialNo>", " "),
                "line 2: SerialNo is longer than 64 characters");
    }

    @Test
    void stopsAtASecretNoTokenHas() {
        var key = DEVICE
                + "<SerialNo>7</SerialNo></DeviceInfo><Key Algorithm='urn:ietf:params:xml:ns:keyprov:pskc:totp'>";
        assertStops(
                EndlessFile.of(key + "<Data><Secret><PlainValue>", "MTIz"),
                "more than 262144 bytes in one key package");
        var xml = key + "<Data><Secret><PlainValue>" + "MTIz".repeat(2000) + "</PlainValue></Secret></Data></Key>";
        assertStops(EndlessFile.of(xml, " "), "token 7 has a secret that is not base64");
    }

    @Test
    void stopsAtWhateverHasNoEnd() {
        var tooMuch = "more than 262144 bytes in one key package";
        assertStops(EndlessFile.of(CONTAINER + "<KeyPackage Id='", "x"), tooMuch);
        assertStops(EndlessFile.of(CONTAINER + "<!--", "x"), tooMuch);
        assertStops(EndlessFile.of(CONTAINER + "<?x ", "x"), tooMuch);
        assertStops(EndlessFile.of(CONTAINER, " "), tooMuch);
        assertStops(EndlessFile.of(DEVICE + "<SerialNo><![CDATA[", "x"), tooMuch);
        assertStops(EndlessFile.of(CONTAINER + "<KeyPackage><Extensions>", "<a/>"), tooMuch);
        assertStops(EndlessFile.of("", " "), tooMuch);
    }

    @Test
    void stopsAtNamesAndAttributesWithoutEnd() {
        assertStops(
                EndlessFile.of(CONTAINER + "<", "x"), "line 2 is not well-formed XML: column 2, inside KeyContainer");
        var attributes = new EndlessFile(CONTAINER + "<KeyPackage", " a%d='x'"::formatted, 1_000_000_000, "");
        assertStops(attributes, "line 2 is not well-formed XML: column 1711, inside KeyContainer");
        var many = new EndlessFile(CONTAINER + "<KeyPackage", " a%d='x'"::formatted, 33, ">");
        assertStops(many, "line 2: an element has more than 32 attributes");
    }

    private static void assertStops(EndlessFile file, String message) {
        assertThatThrownBy(() -> Fixtures.readThrough(PskcReader.open(file)))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessage(message);
        assertThat(file.taken()).isLessThan(400_000);
    }
}
