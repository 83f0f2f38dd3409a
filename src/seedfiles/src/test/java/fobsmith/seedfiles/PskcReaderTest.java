package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PskcReaderTest {
    private static final String THREE_FOBS = Fixtures.text("pskc/three-fobs.xml");

    @Test
    void readsTheFobsOfAFileInTheirOrder() {
        assertThat(Fixtures.readThrough(Fixtures.reader(THREE_FOBS)))
                .containsExactly(
                        "KeyPackage[GAHT00000001, Totp[algorithm=SHA1, digits=6, timeStep=PT30S], Seed[20 bytes]]",
                        "KeyPackage[GAHT00000002, Totp[algorithm=SHA1, digits=6, timeStep=PT30S], Seed[20 bytes]]",
                        "KeyPackage[GAHT00000003, Totp[algorithm=SHA1, digits=6, timeStep=PT30S], Seed[20 bytes]]");
    }

    @Test
    void givesTheSeedThatTheFileHolds() {
        try (var fob = Fixtures.first("pskc/three-fobs.xml")) {
            var seed = fob.seed().use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
            assertThat(seed).isEqualTo("test seed of fob 001");
        }
    }

    @Test
    void givesWhatTheFileSaysOfTheTokenAndItsKey() {
        try (var fob = Fixtures.first("pskc/three-fobs.xml")) {
            assertThat(fob.serial()).isEqualTo("GAHT00000001");
            assertThat(fob.manufacturer()).isEqualTo("Our Own Making");
            assertThat(fob.model()).isEqualTo("GHT-6");
            assertThat(fob.issuer()).isEqualTo("fobsmith");
            assertThat(fob.keyId()).isEqualTo("key-1");
            assertThat(fob.profile()).isEqualTo(OtpProfile.Totp.STANDARD);
        }
    }

    @Test
    void givesNothingWhereTheFileSaysNothing() {
        try (var fob = Fixtures.first("pskc/three-fobs.xml")) {
            assertThat(fob.userId()).isEmpty();
            assertThat(fob.timeDrift()).isEmpty();
            assertThat(fob.startDate()).isEmpty();
            assertThat(fob.expiryDate()).isEmpty();
        }
    }

    @Test
    void givesUserDriftAndDatesWhereTheFileStatesThem() {
        try (var reader = Fixtures.reader(THREE_FOBS);
                var first = reader.next().orElseThrow();
                var second = reader.next().orElseThrow();
                var third = reader.next().orElseThrow()) {
            assertThat(first.serial()).isNotEqualTo(second.serial());
            assertThat(third.userId()).isEqualTo("UID=jsmith");
            assertThat(third.timeDrift()).hasValue(-2);
            assertThat(third.startDate()).contains(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(third.expiryDate()).contains(Instant.parse("2034-12-31T00:00:00Z"));
        }
    }

    @Test
    void readsSha256EightDigitsAndSixtySeconds() {
        try (var fob = Fixtures.first("pskc/sha256.xml")) {
            assertThat(fob.profile()).isEqualTo(new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60)));
            assertThat(fob.seed().length()).isEqualTo(32);
        }
    }

    @ParameterizedTest
    @CsvSource({"HMAC-SHA1,SHA1", "SHA256,SHA256", "HmacSHA512,SHA512", "hmac-sha-512,SHA512", "'',SHA1"})
    void readsTheHashInTheSpellingsOfVendors(String suite, HmacAlgorithm algorithm) {
        var xml = Fixtures.text("pskc/sha256.xml").replace("HMAC-SHA256", suite);
        try (var reader = Fixtures.reader(xml);
                var fob = reader.next().orElseThrow()) {
            assertThat(fob.profile().algorithm()).isEqualTo(algorithm);
        }
    }

    @Test
    void takesThirtySecondsWhereNoTimeIntervalIsGiven() {
        var xml = THREE_FOBS.replaceAll("(?s)<TimeInterval>.*?</TimeInterval>", "");
        try (var reader = Fixtures.reader(xml);
                var fob = reader.next().orElseThrow()) {
            assertThat(fob.profile()).isEqualTo(OtpProfile.Totp.STANDARD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pskc/no-namespace.xml", "pskc/other-prefix.xml"})
    void readsAnyPrefixAndNoNamespace(String file) {
        try (var fob = Fixtures.first(file)) {
            assertThat(fob.serial()).isEqualTo("GAHT00000001");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n \t\n", "\uFEFF"})
    void passesOverBlankLinesOrAByteOrderMarkBeforeTheDeclaration(String before) {
        assertThat(Fixtures.readThrough(Fixtures.reader(before + THREE_FOBS))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-8", "windows-1252"})
    void readsTheEncodingThatTheFileDeclares(String encoding) {
        var xml =
                THREE_FOBS.replace("UTF-8", encoding).replace("Our Own Making", "Müller & Söhne".replace("&", "&#38;"));
        var file = new ByteArrayInputStream(xml.getBytes(Charset.forName(encoding)));
        try (var reader = PskcReader.open(file);
                var fob = reader.next().orElseThrow()) {
            assertThat(fob.manufacturer()).isEqualTo("Müller & Söhne");
        }
    }

    @Test
    void readsSecretsBrokenIntoLinesCommentedAndInCdata() {
        var xml = THREE_FOBS.replace(
                "dGVzdCBzZWVkIG9mIGZvYiAwMDE=", "\n dGVz<!-- x -->dCBzZWVk\n<![CDATA[IG9mIGZvYiAwMDE=]]>\t");
        try (var reader = Fixtures.reader(xml);
                var fob = reader.next().orElseThrow()) {
            var seed = fob.seed().use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
            assertThat(seed).isEqualTo("test seed of fob 001");
        }
    }

    @Test
    void passesOverOtherPeoplesExtensions() {
        var xml = THREE_FOBS.replace(
                "<Model>",
                "<x:Colour xmlns:x=\"urn:x\"><x:Shade>red</x:Shade></x:Colour><Extensions><Any/></Extensions><Model>");
        assertThat(Fixtures.readThrough(Fixtures.reader(xml))).hasSize(3);
    }

    @Test
    void saysThatASignatureWasNotVerified() {
        try (var reader = Fixtures.reader(Fixtures.text("pskc/signed.xml"));
                var fob = reader.next().orElseThrow()) {
            assertThat(fob.serial()).isEqualTo("GAHT00000001");
            assertThat(reader.next()).isEmpty();
            assertThat(reader.signature())
                    .isEqualTo(SignatureStatus.NOT_VERIFIED)
                    .hasToString("signed but not verified");
        }
    }

    @Test
    void saysThatThereIsNoSignature() {
        var reader = Fixtures.reader(THREE_FOBS);
        Fixtures.readThrough(reader);
        assertThat(reader.signature()).isEqualTo(SignatureStatus.ABSENT);
    }

    @Test
    void leavesRepeatedSerialsToTheImporter() {
        var printed = Fixtures.readThrough(Fixtures.reader(Fixtures.text("pskc/duplicate-serial.xml")));
        assertThat(printed).hasSize(2).allMatch(line -> line.contains("GAHT00000001"));
    }

    @Test
    void takesTheNarrowerOfTheDevicesAndThePolicysDates() {
        var xml = THREE_FOBS.replace(
                "<SerialNo>GAHT00000003</SerialNo>\n      <Model>GHT-6</Model>",
                "<SerialNo>GAHT00000003</SerialNo><StartDate>2025-01-01T00:00:00Z</StartDate>"
                        + "<ExpiryDate>2030-06-30T02:00:00+02:00</ExpiryDate>");
        try (var reader = Fixtures.reader(xml);
                var first = reader.next().orElseThrow();
                var second = reader.next().orElseThrow();
                var third = reader.next().orElseThrow()) {
            assertThat(first.startDate()).isEqualTo(second.startDate()).isEmpty();
            assertThat(third.startDate()).contains(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(third.expiryDate()).contains(Instant.parse("2030-06-30T00:00:00Z"));
        }
    }

    @Test
    void goesOnSayingThatItHasFinished() {
        try (var reader = Fixtures.reader(Fixtures.text("pskc/sha256.xml"));
                var fob = reader.next().orElseThrow()) {
            assertThat(fob.seed().isDestroyed()).isFalse();
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void readsNoFurtherAfterAFault() {
        try (var reader = Fixtures.reader(Fixtures.text("pskc/hotp.xml"))) {
            assertThatThrownBy(reader::next).isInstanceOf(SeedFileException.Refused.class);
            assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closesTheFileAlsoWhenItIsNoXml() {
        var closed = new AtomicBoolean();
        var file = new ByteArrayInputStream("<?xml".getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        assertThatThrownBy(() -> PskcReader.open(file)).isInstanceOf(SeedFileException.Malformed.class);
        assertThat(closed).isTrue();
    }

    @Test
    void tellsAnUnreadableFileFromAMalformedOne() {
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
        assertThatThrownBy(() -> PskcReader.open(broken))
                .isInstanceOf(SeedFileException.Unreadable.class)
                .hasMessage("the seed file cannot be read to its end")
                .hasRootCauseMessage("stick pulled out");
    }
}
