package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import fobsmith.devices.ykoath.SimulatedKey.Kind;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A Nitrokey 3 on which somebody has set a PIN. Its answer to SELECT then tells the tries left in the place of the salt
 * (Nitrokey/trussed-secrets-app, src/authenticator.rs).
 */
class PinnedNitrokeyTest {
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;
    private static final byte[] SET_PIN = HexFormat.of().parseHex("00b400000a" + "8008" + "3132333435363738");

    private final SimulatedKey key = new SimulatedKey(Kind.NITROKEY_3);
    private final Transport card = key.card();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    @AfterEach
    void close() {
        seed.close();
        key.close();
    }

    private YkOathSession open() {
        return YkOathSession.open(card, YkOathModel.NITROKEY_3, new SecureRandom());
    }

    private void setPin() {
        assertThat(HexFormat.of().formatHex(card.exchange(SET_PIN))).isEqualTo("9000");
    }

    @Test
    void isReadAndNotWritten() {
        try (var session = open()) {
            session.write(0, STANDARD, seed, "demo", key.clock);
            setPin();
        }
        try (var session = open()) {
            assertThat(session.serial()).isEqualTo(Kind.NITROKEY_3.serial());
            assertThat(session.locked()).isFalse();
            assertThat(session.readCode(0, STANDARD, key.clock.instant())).isEqualTo(key.expected(seed, STANDARD));
            assertThatThrownBy(() -> session.write(1, STANDARD, seed, "demo", key.clock))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessage("%s has a PIN on its credentials, which only its vendor's program can enter"
                            .formatted(Kind.NITROKEY_3.serial()));
            assertThatThrownBy(() -> session.erase(0)).isInstanceOf(DeviceException.Refused.class);
            assertThat(session.carriesSeed(0)).isTrue();
        }
    }

    @Test
    void isWrittenOnceAResetHasTakenThePinAway() {
        try (var _ = open()) {
            setPin();
        }
        try (var session = open()) {
            session.reset();
            session.write(0, STANDARD, seed, "demo", key.clock);
            assertThat(session.readCode(0, STANDARD, key.clock.instant())).isEqualTo(key.expected(seed, STANDARD));
        }
    }
}
