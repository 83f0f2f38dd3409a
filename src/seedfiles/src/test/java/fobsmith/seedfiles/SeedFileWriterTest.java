package fobsmith.seedfiles;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.seedfiles.writing.KeyDescription;
import fobsmith.seedfiles.writing.PskcProtection;
import fobsmith.seedfiles.writing.PskcProtection.Suite;
import fobsmith.seedfiles.writing.SeedFileWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedFileWriterTest {
    private static final SecureRandom RANDOMNESS = new SecureRandom();
    private static final ReadingTerms BOTH = ReadingTerms.STRICT.withEventBased();
    private static final TestCertificate RECIPIENT = TestCertificate.rsa("CN=Stock");
    private static final char[] PASSWORD = "correct horse".toCharArray();

    @Test
    void writesPlainPskcThatReadsBackEqual() {
        assertReadsBack(file -> SeedFileWriter.pskc(file, PskcProtection.plain()), BOTH);
    }

    @ParameterizedTest
    @CsvSource({
        "16, MANDATORY, hmac-sha1, aes128-cbc",
        "24, MANDATORY, hmac-sha1, aes192-cbc",
        "32, MODERN, hmac-sha256, aes256-cbc"
    })
    void encryptsUnderAPreSharedKeyWithMacs(int length, Suite suite, String mac, String cipher) {
        var key = SealedContainer.counting(length);
        var terms = BOTH.openedBy(SealedContainer.keysNamed("key & 1", key, "other", new byte[16]));
        var file = assertReadsBack(
                out -> SeedFileWriter.pskc(out, PskcProtection.preSharedKey("key & 1", key, suite, RANDOMNESS)), terms);
        assertThat(file).contains(mac, cipher).doesNotContain("PlainValue>" + base64Of(1));
        assertThatThrownBy(() -> Fixtures.keys(Fixtures.openText(changed(file), terms)))
                .hasMessageContaining("whose MAC is wrong");
    }

    /** The first byte of the last encrypted value, another letter of base64. */
    private static String changed(String file) {
        int at = file.lastIndexOf("<xenc:CipherValue>") + "<xenc:CipherValue>".length();
        return file.substring(0, at) + (file.charAt(at) == 'A' ? 'B' : 'A') + file.substring(at + 1);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void encryptsUnderAPassword(Suite suite) {
        var terms = BOTH.openedBy(TransportKeys.ofPassword(PASSWORD));
        var file = assertReadsBack(
                out -> SeedFileWriter.pskc(out, PskcProtection.password(PASSWORD, 1_000, suite, RANDOMNESS)), terms);
        assertThat(file).contains("<IterationCount>1000<");
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void encryptsForACertificateWithMacs(Suite suite) {
        var terms = BOTH.openedBy(TransportKeys.ofPrivateKey(RECIPIENT.privateKey()));
        var file = assertReadsBack(
                out -> SeedFileWriter.pskc(out, PskcProtection.certificate(RECIPIENT.certificate(), suite, RANDOMNESS)),
                terms);
        assertThat(file).contains(suite == Suite.MODERN ? "xmlenc11#rsa-oaep" : "xmlenc#rsa-1_5");
        assertThat(file).contains("<ValueMAC>");
    }

    @Test
    void signsAFileSoThatAChangeIsNoticed() {
        for (var signer : List.of(TestCertificate.rsa("CN=Vendor"), TestCertificate.ec("CN=Vendor"))) {
            var terms = BOTH.signedBy(List.of(signer.certificate()));
            var file = assertReadsBack(
                    out -> SeedFileWriter.signedPskc(
                            out, PskcProtection.plain(), signer.privateKey(), signer.certificate()),
                    terms);
            assertThatThrownBy(() -> Fixtures.keys(Fixtures.openText(file.replace("Acme", "Acne"), terms)))
                    .hasMessageContaining("or the file was changed");
        }
    }

    @Test
    void makesNewInitialisationVectorsAndMacKeysForEachFile() {
        Function<OutputStream, SeedFileWriter> format = out ->
                SeedFileWriter.pskc(out, PskcProtection.preSharedKey("k", new byte[16], Suite.MANDATORY, RANDOMNESS));
        assertThat(WrittenFile.of(WrittenFile.KEYS, format)).isNotEqualTo(WrittenFile.of(WrittenFile.KEYS, format));
    }

    @Test
    void writesOathCsvThatReadsBackButForNames() {
        var file = WrittenFile.of(WrittenFile.KEYS, SeedFileWriter::oathCsv);
        assertThat(new String(file, UTF_8)).isEqualTo("""
                GAHT00000001,%s,totp,6,30
                GAHT00000002:02,%s,totp,8,60,sha256
                GAHT00000003,%s,hotp,6,42
                """.formatted(hexOf(1), hexOf(2), hexOf(3)));
        assertThat(Fixtures.keys(SeedFileReader.open(new ByteArrayInputStream(file), BOTH)))
                .extracting(key -> key.replaceAll(", \".*", ""))
                .containsExactly(
                        "GAHT00000001, Totp[algorithm=SHA1, digits=6, timeStep=PT30S]",
                        "GAHT00000002:02, Totp[algorithm=SHA256, digits=8, timeStep=PT1M]",
                        "GAHT00000003, Hotp[algorithm=SHA1, digits=6]");
    }

    @Test
    void writesEntraCsvThatReadsBackEqual() {
        var key = KeyDescription.of("GAHT00000001", OtpProfile.Totp.STANDARD)
                .madeBy("Making, Our Own", "GHT-6")
                .ownedBy("alice@example.org");
        var file = WrittenFile.of(List.of(key), SeedFileWriter::entraCsv);
        assertThat(new String(file, UTF_8))
                .startsWith("upn,serial number,secret key,time interval,manufacturer,model\nalice@example.org,")
                .endsWith(",30,\"Making, Our Own\",GHT-6\n");
        assertThat(described(SeedFileReader.open(new ByteArrayInputStream(file), BOTH)))
                .containsExactly(key + seedOf(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void refusesWhatEntraCsvCannotHoldAndWritesNothingOfIt(int index) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = SeedFileWriter.entraCsv(file);
                var seed = WrittenFile.seed(1)) {
            assertThatThrownBy(() -> writer.write(WrittenFile.KEYS.get(index), seed))
                    .isInstanceOf(SeedFileException.Refused.class)
                    .hasMessageStartingWith("token GAHT0000000%d ".formatted(index + 1));
            writer.finish();
        }
        assertThat(file.toString(UTF_8)).isEqualTo("upn,serial number,secret key,time interval,manufacturer,model\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "#a", "", " a", "a\nb", "a\u202eb", "\ufffe"})
    void refusesSerialsThatAReaderWouldMisread(String serial) {
        assertThatThrownBy(() -> WrittenFile.of(
                        List.of(KeyDescription.of(serial, OtpProfile.Totp.STANDARD)), SeedFileWriter::oathCsv))
                .isInstanceOf(SeedFileException.Refused.class);
    }

    @Test
    void saysThatASeedIsTooLongForTheRecipientsKey() throws IOException {
        var protection = PskcProtection.certificate(RECIPIENT.certificate(), Suite.MODERN, RANDOMNESS);
        try (var writer = SeedFileWriter.pskc(new ByteArrayOutputStream(), protection);
                var seed = Seed.adopt(new byte[200])) {
            assertThatThrownBy(() -> writer.write(WrittenFile.KEYS.getFirst(), seed))
                    .hasMessage(
                            "token GAHT00000001 has a seed of 200 bytes, which is too long for the key that it is to be"
                                    + " encrypted for");
        }
    }

    @Test
    void leavesAFileThatWasNotFinishedWithoutAnEnd() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = SeedFileWriter.pskc(file, PskcProtection.plain());
                var seed = WrittenFile.seed(1)) {
            for (int i = 0; i < 100; i++) {
                writer.write(WrittenFile.KEYS.getFirst(), seed);
            }
        }
        assertThat(file.size()).isPositive();
        var cut = new ByteArrayInputStream(file.toByteArray());
        assertThatThrownBy(() -> Fixtures.keys(SeedFileReader.open(cut, BOTH)))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessageContaining("the file ends");
    }

    private static String assertReadsBack(Function<OutputStream, SeedFileWriter> format, ReadingTerms terms) {
        var file = WrittenFile.of(WrittenFile.KEYS, format);
        var expected = new ArrayList<String>();
        for (int i = 0; i < WrittenFile.KEYS.size(); i++) {
            expected.add(WrittenFile.KEYS.get(i) + seedOf(i + 1));
        }
        assertThat(described(SeedFileReader.open(new ByteArrayInputStream(file), terms)))
                .isEqualTo(expected);
        return new String(file, UTF_8);
    }

    private static List<String> described(SeedFileReader reader) {
        var found = new ArrayList<String>();
        try (reader) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                try (var key = next.get()) {
                    found.add(KeyDescription.of(key) + key.seed().use(bytes -> new String(bytes, US_ASCII)));
                }
            }
        }
        return found;
    }

    private static String seedOf(int number) {
        return "written seed no. %03d".formatted(number);
    }

    private static String hexOf(int number) {
        return HexFormat.of().formatHex(seedOf(number).getBytes(US_ASCII));
    }

    private static String base64Of(int number) {
        return SealedContainer.base64(seedOf(number).getBytes(US_ASCII));
    }
}
