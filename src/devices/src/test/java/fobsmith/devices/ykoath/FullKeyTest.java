package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A YubiKey 5.4.3 holds 32 credentials, whosever they are. */
class FullKeyTest {
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;
    /** PUT of somebody else's "GitHub:me". */
    private static final String FOREIGN =
            "000100001d" + "7109" + "4769744875623a6d65" + "7310" + "2106" + "00".repeat(14);

    @Test
    void saysThatItIsFullThoughOthersFilledIt() {
        try (var key = new SimulatedKey(SimulatedKey.Kind.YUBIKEY);
                var seed = Seed.random(20, new SecureRandom())) {
            var card = key.card();
            card.exchange(HexFormat.of().parseHex(ScriptedCard.SELECT_OATH));
            card.exchange(HexFormat.of().parseHex(FOREIGN));
            try (var session = YkOathSession.open(card, YkOathModel.YUBIKEY, new SecureRandom())) {
                for (int profile = 0; profile < 31; profile++) {
                    session.write(profile, STANDARD, seed, "demo", false);
                }
                assertThatThrownBy(() -> session.write(31, STANDARD, seed, "demo", false))
                        .isInstanceOf(DeviceException.Refused.class)
                        .hasMessageContaining("the token is full");
                assertThat(session.credentials())
                        .hasSize(32)
                        .extracting(CredentialId::toString)
                        .contains("GitHub:me");
                session.erase(30);
                session.write(31, STANDARD, seed, "demo", false);
                assertThat(session.readCode(31, STANDARD, key.clock.instant())).isEqualTo(key.expected(seed, STANDARD));
            }
        }
    }
}
