package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNetReaderTest {
    private static final String FILE = Fixtures.text("seedfiles/safenet.xml");

    private final List<Omission> omissions = new ArrayList<>();
    private final ReadingTerms terms = ReadingTerms.STRICT.withEventBased().reportingTo(omissions::add);

    @Test
    void readsTheTokensThatHaveASeedAndReportsTheOthers() {
        assertThat(read(FILE, terms))
                .containsExactly(
                        "KeyPackage[00040008CFA5, Hotp[algorithm=SHA1, digits=6], Seed[14 bytes]]",
                        "KeyPackage[00040008CFA6, Hotp[algorithm=SHA256, digits=6], Seed[32 bytes]]");
        assertThat(omissions).containsExactly(new Omission(24, "the token has no serial number or no seed", false));
    }

    @Test
    void givesTheSeedAndTheCounterThatTheFileHolds() {
        try (var reader = open(FILE, terms);
                var key = reader.next().orElseThrow()) {
            assertThat(key.seed().use(byte[]::clone)).isEqualTo("test seed 001\0".getBytes(StandardCharsets.US_ASCII));
            assertThat(key.counter()).hasValue(1);
            assertThat(reader.signature()).isEqualTo(SignatureStatus.ABSENT);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <Seed>7           | <Seed>             | token 00040008CFA5 has a seed that is not hexadecimal, in whole bytes
        <Seed>7           | <Seed>x            | token 00040008CFA5 has a seed that is not hexadecimal, in whole bytes
        <MovingFactor>1   | <MovingFactor>one  | token 00040008CFA5 has a counter that is not a whole number
        </Application>    | </Application><Application><Seed>00</Seed></Application> | token 00040008CFA5 has seeds for several applications
        <Model>           | <Colour/><Model>   | line 6: unexpected element Colour in Token
        <Tokens>          | <Tokens><Key/>     | line 3: unexpected element Key in Tokens
        """)
    void refusesWhatItCannotTakeByName(String honest, String changed, String message) {
        assertThat(FILE).contains(honest);
        assertThatThrownBy(() -> read(FILE.replaceFirst(honest, changed), terms))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }

    @Test
    void refusesThemWhereOnlyTotpIsTaken() {
        assertThatThrownBy(() -> read(FILE, ReadingTerms.STRICT))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("token 00040008CFA5 is a HOTP token; only TOTP tokens are taken");
    }

    @Test
    void leavesOutATokenItCannotTakeIfTold() {
        var told = terms.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS);
        assertThat(read(FILE.replaceFirst("<Seed>7", "<Seed>"), told)).hasSize(1);
        assertThat(omissions)
                .extracting(Omission::reason)
                .first()
                .isEqualTo("token 00040008CFA5 has a seed that is not hexadecimal, in whole bytes");
    }

    @Test
    void refusesADocumentType() {
        assertThatThrownBy(() -> read(FILE.replace("<Tokens>", "<!DOCTYPE Tokens><Tokens>"), terms))
                .hasMessage("a document type declaration (DTD) is not allowed in a seed file");
    }

    @Test
    void isKnownByItsRootElement() {
        assertThat(SeedFileFormat.detect(FILE.getBytes(StandardCharsets.UTF_8))).isEqualTo(SeedFileFormat.SAFENET_XML);
        assertThatThrownBy(() -> SeedFileFormat.SAFENET_XML
                        .open(new ByteArrayInputStream(Fixtures.bytes("pskc/three-fobs.xml")), terms)
                        .next())
                .hasMessage("the file is none of SafeNet's: its root element is KeyContainer");
    }

    private static SeedFileReader open(String file, ReadingTerms terms) {
        return SeedFileReader.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), terms);
    }

    private static List<String> read(String file, ReadingTerms terms) {
        var printed = new ArrayList<String>();
        try (var reader = open(file, terms)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                try (var key = next.get()) {
                    printed.add(key.toString());
                }
            }
        }
        return printed;
    }
}
