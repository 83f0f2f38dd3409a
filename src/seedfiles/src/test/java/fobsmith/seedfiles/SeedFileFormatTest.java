package fobsmith.seedfiles;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeedFileFormatTest {
    /** ADR 15. */
    @ParameterizedTest
    @EnumSource
    void isATargetOfTheFuzzer(SeedFileFormat format) throws IOException {
        assertThat(Files.readString(Path.of("../../scripts/fuzz")).split("[\\s']+"))
                .contains(format.optionName());
    }

    @ParameterizedTest
    @CsvSource({
        "pskc/three-fobs.xml, PSKC",
        "rfc6030/figure-7.xml, PSKC",
        "seedfiles/oath.csv, OATH_CSV",
        "seedfiles/oath-version-2.csv, OATH_CSV",
        "seedfiles/multiotp.csv, MULTIOTP_SEMICOLON",
        "seedfiles/otpauth.txt, OTPAUTH",
        "seedfiles/safenet.xml, SAFENET_XML",
        "seedfiles/safeword.dat, SAFEWORD",
        "seedfiles/yubico.csv, YUBICO_CSV",
        "seedfiles/yubico-flat.csv, YUBICO_FLAT_CSV",
        "seedfiles/aegis.json, AEGIS_JSON",
        "seedfiles/aegis-encrypted.json, AEGIS_JSON",
        "seedfiles/2fas.json, TWOFAS_JSON",
        "seedfiles/2fas-encrypted.json, TWOFAS_JSON",
        "seedfiles/freeotp-plus.json, FREEOTP_PLUS_JSON"
    })
    void knowsAFileByItsContent(String name, SeedFileFormat format) {
        assertThat(SeedFileFormat.detect(Fixtures.bytes(name))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        UPN,serial_number,Secret Key,TimeInterval | ENTRA_CSV
        1,A,totp,00112233445566778899,6,30        | MULTIOTP_COMMA
        1,0011223344556677,totp,6,30,sha1         | OATH_CSV
        1,0011                                    | OATH_CSV
        Static Password: Scan Code,17.04.12,1,05  | YUBICO_CSV
        dn: sccAuthenticatorId=RAINER01           | SAFEWORD
        otpauth-migration://offline?data=AAA      | OTPAUTH
        """)
    void knowsALineByItsFields(String line, SeedFileFormat format) {
        assertThat(SeedFileFormat.detect(line.getBytes(UTF_8))).isEqualTo(format);
    }

    @Test
    void knowsTabsBlankLinesMarksAndXmlOfTwoBytes() {
        assertThat(SeedFileFormat.detect("1\tA\ttotp\t00112233445566778899\t6\t30".getBytes(UTF_8)))
                .isEqualTo(SeedFileFormat.MULTIOTP_TAB);
        assertThat(SeedFileFormat.detect("\uFEFF\r\n\notpauth://totp/a?secret=x".getBytes(UTF_8)))
                .isEqualTo(SeedFileFormat.OTPAUTH);
        assertThat(SeedFileFormat.detect(Fixtures.text("pskc/three-fobs.xml").getBytes(UTF_16)))
                .isEqualTo(SeedFileFormat.PSKC);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        DPX3DES 260128                       | it is a DPX file of Vasco (OneSpan), whose keys only the vendor's own controller opens; ask for PSKC
        {"encrypted":false,"items":[]}       | it is JSON of another app than Aegis, 2FAS and FreeOTP+
        {"version":1,                        | it is JSON of another app than Aegis, 2FAS and FreeOTP+
        Dear customer                        | its first line is of no format that is known
        """)
    void namesWhatItKnowsAndDoesNotRead(String beginning, String reason) {
        assertThatThrownBy(() -> SeedFileFormat.detect(beginning.getBytes(UTF_8)))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("the seed file cannot be read: " + reason);
    }

    @Test
    void isChosenByItsName() {
        assertThat(SeedFileFormat.named("OATH-csv")).contains(SeedFileFormat.OATH_CSV);
        assertThat(SeedFileFormat.named("oath_csv")).isEmpty();
        assertThat(SeedFileFormat.values())
                .allSatisfy(format ->
                        assertThat(SeedFileFormat.named(format.optionName())).contains(format));
    }

    @Test
    void refusesAFileThatCannotBearTheSignatureThatIsAskedFor() {
        var terms = ReadingTerms.STRICT.signedBy(
                List.of(TestCertificate.ec("CN=Vendor").certificate()));
        assertThatThrownBy(() -> Fixtures.open("seedfiles/oath.csv", terms))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("the file is not signed: OATH CSV cannot bear the signature that is asked for");
        for (var format : SeedFileFormat.values()) {
            assertThatThrownBy(() -> format.open(new ByteArrayInputStream(new byte[0]), terms))
                    .isInstanceOf(SeedFileException.class);
        }
    }

    @Test
    void knowsDpxByTheNameOfTheFile() {
        assertThat(SeedFileFormat.refusalByName("Import.DPX"))
                .hasValueSatisfying(why -> assertThat(why).contains("vendor's own controller"));
        assertThat(SeedFileFormat.refusalByName("dpx.xml")).isEmpty();
    }

    @Test
    void saysWhoReadsABinaryFile() {
        assertThatThrownBy(() -> SeedFileFormat.detect(new byte[] {'D', 'P', 'X', 0, 1, 2}))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessageContaining("DPX")
                .hasMessageContaining("vendor's own controller");
    }

    @Test
    void opensWhateverFormatAFileHas() {
        for (var name : new String[] {"pskc/three-fobs.xml", "seedfiles/oath.csv"}) {
            try (var reader = SeedFileReader.open(new ByteArrayInputStream(Fixtures.bytes(name)), ReadingTerms.STRICT);
                    var key = reader.next().orElseThrow()) {
                assertThat(key.serial()).isEqualTo("GAHT00000001");
                assertThat(reader.signature()).isEqualTo(SignatureStatus.ABSENT);
            }
        }
    }

    @Test
    void closesAFileThatItCannotOpen() {
        var closed = new AtomicBoolean();
        var file = new ByteArrayInputStream("Dear customer".getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        assertThatThrownBy(() -> SeedFileReader.open(file, ReadingTerms.STRICT))
                .isInstanceOf(SeedFileException.Refused.class);
        assertThat(closed).isTrue();
    }

    @Test
    void saysThatAFileIsEmptyOrUnreadable() {
        assertThatThrownBy(() -> SeedFileReader.open(InputStream.nullInputStream(), ReadingTerms.STRICT))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessage("the file is empty");
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("stick pulled out");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> SeedFileReader.open(broken, ReadingTerms.STRICT))
                .isInstanceOf(SeedFileException.Unreadable.class);
    }
}
