package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final SerialNumber SERIAL = SerialNumber.parse("GAHT00000001");
    private static final OtpProfile PROFILE = OtpProfile.Totp.STANDARD;

    private final byte[] key = new byte[32];
    private final Vault vault = new Vault(1, key, new SecureRandom());

    @Test
    void opensWhatItSealed() {
        try (var seed = Seed.random(20, new SecureRandom());
                var opened = vault.openSeed("row", SERIAL, PROFILE, vault.sealSeed("row", SERIAL, PROFILE, seed))) {
            byte[] original = seed.use(byte[]::clone);
            assertThat(opened.use(byte[]::clone)).isEqualTo(original);
        }
    }

    @Test
    void aSealedSeedDoesNotOpenAnywhereElse() {
        try (var seed = Seed.random(20, new SecureRandom())) {
            var sealed = vault.sealSeed("row", SERIAL, PROFILE, seed);
            var sixty = new OtpProfile.Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(60));
            assertThatThrownBy(() -> vault.openSeed("other row", SERIAL, PROFILE, sealed))
                    .isInstanceOf(RegistryException.SealBroken.class);
            assertThatThrownBy(() -> vault.openSeed("row", SerialNumber.parse("GAHT00000002"), PROFILE, sealed))
                    .isInstanceOf(RegistryException.SealBroken.class);
            assertThatThrownBy(() -> vault.openSeed("row", SERIAL, sixty, sealed))
                    .isInstanceOf(RegistryException.SealBroken.class);
            assertThatThrownBy(() -> vault.open(SealedPlace.of("access key", "row"), 1, sealed.bytes()))
                    .isInstanceOf(RegistryException.SealBroken.class);
        }
    }

    @Test
    void everyFlippedBitIsNoticed() {
        var place = SealedPlace.of("p", "row");
        byte[] sealed = vault.seal(place, new byte[] {1, 2, 3}).bytes();
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> vault.open(place, 1, flipped)).isInstanceOf(RegistryException.SealBroken.class);
        }
    }

    @Test
    void aTokenOpensForItsPurposeOnlyAndOnlyUnchanged() {
        byte[] token = vault.sealToken("session", new byte[] {1, 2, 3});
        assertThat(vault.openToken("session", token)).contains(new byte[] {1, 2, 3});
        assertThat(vault.openToken("other", token)).isEmpty();
        assertThat(vault.openToken("session", new byte[0])).isEmpty();
        for (int bit = 0; bit < token.length * 8; bit++) {
            var flipped = token.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(vault.openToken("session", flipped)).isEmpty();
        }
        assertThat(vault.sealToken("session", new byte[] {1, 2, 3})).isNotEqualTo(token);
    }

    @Test
    void wipesItsKeyWhenClosed() {
        var bytes = new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
        };
        new Vault(1, bytes, new SecureRandom()).close();
        assertThat(bytes).containsOnly(0);
    }
}
