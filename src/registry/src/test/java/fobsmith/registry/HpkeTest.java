package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class HpkeTest {
    private static final Canonical INFO = new Canonical().with("info");
    private static final byte[] CLEAR = "Beauty is truth, truth beauty".getBytes(StandardCharsets.US_ASCII);

    private final ExchangeKey station = ExchangeKey.of(bytes(1));
    private final ExchangeKey registry = ExchangeKey.of(bytes(2));
    private final ExchangeKey stranger = ExchangeKey.of(bytes(3));
    private final Hpke hpke = new Hpke();

    private static byte[] bytes(int fill) {
        var bytes = new byte[Hpke.KEY_BYTES];
        Arrays.fill(bytes, (byte) fill);
        return bytes;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** The RFC has Auth mode over X25519 with AES-128-GCM only. */
    @ParameterizedTest
    @CsvFileSource(files = "../../fixtures/rfc9180/appendix-a-1-3.csv")
    void opensWhatTheRfcSeals(
            String skRm,
            String pkRm,
            String skSm,
            String pkSm,
            String enc,
            String info,
            String aad,
            String pt,
            String ct) {
        try (var receiver = ExchangeKey.of(hex(skRm));
                var sender = ExchangeKey.of(hex(skSm))) {
            assertThat(receiver.publicKey()).isEqualTo(hex(pkRm));
            assertThat(sender.publicKey()).isEqualTo(hex(pkSm));
            var opened = new Hpke(HPKE.aead_AES_GCM128)
                    .open(hex(enc + ct), receiver, sender.publicKey(), hex(info), hex(aad));
            assertThat(opened).isEqualTo(hex(pt));
        }
    }

    @Test
    void onlyTheReceiverOpensAndEachSealIsAnother() {
        var sealed = hpke.seal(registry.publicKey(), station, INFO, CLEAR);
        assertThat(hpke.open(sealed, registry, station.publicKey(), INFO)).isEqualTo(CLEAR);
        assertThat(hpke.seal(registry.publicKey(), station, INFO, CLEAR)).isNotEqualTo(sealed);
        for (var other : new ExchangeKey[] {station, stranger}) {
            assertThatThrownBy(() -> hpke.open(sealed, other, station.publicKey(), INFO))
                    .as("not even its sender")
                    .isInstanceOf(RegistryException.SealBroken.class);
        }
    }

    @Test
    void nobodySealsInAnothersNameOrForAnotherPlace() {
        var sealed = hpke.seal(registry.publicKey(), stranger, INFO, CLEAR);
        assertThatThrownBy(() -> hpke.open(sealed, registry, station.publicKey(), INFO))
                .isInstanceOf(RegistryException.SealBroken.class);
        assertThatThrownBy(() -> hpke.open(sealed, registry, stranger.publicKey(), new Canonical().with("other")))
                .isInstanceOf(RegistryException.SealBroken.class);
    }

    @Test
    void everyBitCounts() {
        var sealed = hpke.seal(registry.publicKey(), station, INFO, CLEAR);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            // X25519 takes no notice of the topmost bit of a point (RFC 7748 section 5), but HPKE binds the point as it
            // stands.
            assertThatThrownBy(() -> hpke.open(changed, registry, station.publicKey(), INFO))
                    .as("bit %d", bit)
                    .isInstanceOf(RegistryException.SealBroken.class);
        }
    }

    @Test
    void whatIsTooShortOrOfLowOrderDoesNotOpen() {
        var sealed = hpke.seal(registry.publicKey(), station, INFO, CLEAR);
        for (int length : new int[] {0, 31, 32, 47}) {
            assertThatThrownBy(() -> hpke.open(Arrays.copyOf(sealed, length), registry, station.publicKey(), INFO))
                    .isInstanceOf(RegistryException.SealBroken.class);
        }
        Arrays.fill(sealed, 0, Hpke.KEY_BYTES, (byte) 0);
        assertThatThrownBy(() -> hpke.open(sealed, registry, station.publicKey(), INFO))
                .isInstanceOf(RegistryException.SealBroken.class);
    }
}
