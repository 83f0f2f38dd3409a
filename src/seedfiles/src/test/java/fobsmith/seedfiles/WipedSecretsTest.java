package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WipedSecretsTest {
    private static final String THREE_FOBS = Fixtures.text("pskc/three-fobs.xml");

    /** Each changes the third fob after its secret has been read. */
    @ParameterizedTest
    @ValueSource(strings = {"<MoonPhase/><KeyUsage>OTP", "<KeyUsage>CR", "<KeyUsage>&amp;", "<KeyUsage", ""})
    void wipesTheSeedOfAPackageThatFailsAfterItsSecret(String changed) {
        var seeds = new AdoptedSeeds();
        var xml = THREE_FOBS.replace("<KeyUsage>OTP", changed);
        assertThatThrownBy(() -> Fixtures.readThrough(reader(xml, seeds))).isInstanceOf(SeedFileException.class);
        assertThat(seeds.count()).isEqualTo(3);
        seeds.assertAllWiped();
    }

    @Test
    void wipesTheSeedOfAPackageThatFailsAfterItsKey() {
        var seeds = new AdoptedSeeds();
        var xml = THREE_FOBS.replaceFirst("</Key>", "</Key><Key Id='another'/>");
        assertThatThrownBy(() -> Fixtures.readThrough(reader(xml, seeds))).hasMessage("line 26: Key is given twice");
        assertThat(seeds.count()).isEqualTo(1);
        seeds.assertAllWiped();
    }

    @Test
    void leavesTheSeedsItHandedOverToTheirReceivers() {
        var seeds = new AdoptedSeeds();
        try (var reader = reader(Fixtures.text("pskc/policy-unknown.xml"), seeds);
                var good = reader.next().orElseThrow()) {
            assertThatThrownBy(reader::next).isInstanceOf(SeedFileException.Refused.class);
            assertThat(good.seed().isDestroyed()).isFalse();
        }
        assertThat(seeds.count()).isEqualTo(2);
        seeds.assertAllWiped();
    }

    @Test
    void wipesTheTransportKeyAndTheSeedsOfAnEncryptedFile() {
        var seeds = new AdoptedSeeds();
        var key = HexFormat.of().parseHex("12345678901234567890123456789012");
        var terms = ReadingTerms.STRICT.withEventBased().openedBy(new TransportKeys() {
            @Override
            public Optional<byte[]> preSharedKey(String name) {
                return Optional.of(key);
            }
        });
        var file = new ByteArrayInputStream(Fixtures.bytes("rfc6030/figure-6.xml"));
        assertThat(Fixtures.readThrough(new PskcReader(file, terms, seeds))).hasSize(1);
        assertThat(seeds.count()).isEqualTo(1);
        seeds.assertAllWiped();
        assertThat(key).containsOnly(0);
    }

    @Test
    void wipesTheTextOfASecret() {
        var buffer = new byte[64];
        try (var text = new SecretText(buffer)) {
            text.append("MTIz NDU2\n".toCharArray(), 10);
            assertThat(text.decode())
                    .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(ascii("123456")));
            assertThat(buffer).startsWith(ascii("MTIzNDU2"));
        }
        assertThat(buffer).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MTIzNA", "MTIzNA=", "MTI=NA==", "=", "====", "MTIz\u00e4DU2", "MTIz*DU2", "MT=z"})
    void takesNothingThatIsNotBase64(String text) {
        try (var secret = new SecretText(new byte[64])) {
            secret.append(text.toCharArray(), text.length());
            assertThat(secret.decode()).isEmpty();
        }
    }

    private static PskcReader reader(String xml, AdoptedSeeds seeds) {
        return new PskcReader(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), ReadingTerms.STRICT, seeds);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
