package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.firmware.ykoath.Model;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The models that are no YubiKeys, each with what it does otherwise. */
class YkOathTwinsTest {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    private final TokenCredential password = TokenCredential.adopt("correct horse".getBytes(US_ASCII));

    @AfterEach
    void close() {
        seed.close();
        password.close();
    }

    private void writeAndShow(SimulatedKey key, YkOathSession session, int profile, OtpProfile.Totp otp) {
        session.write(profile, otp, seed, "demo", key.clock);
        assertThat(session.readCode(profile, otp, key.clock.instant())).isEqualTo(key.expected(seed, otp));
    }

    @Test
    void aCanoKeyTakesAPasswordAndAHundredCredentialsAndNoReset() {
        try (var key = new SimulatedKey(Model.CANOKEY, "0012AB34");
                var session = YkOathSession.open(key.card(), YkOathModel.CANOKEY, CHANCE)) {
            assertThat(session.serial()).isEqualTo("CANOKEY-0012AB34");
            assertThat(session.profiles()).isEqualTo(100);
            writeAndShow(key, session, 0, STANDARD);
            writeAndShow(key, session, 99, new OtpProfile.Totp(HmacAlgorithm.SHA512, 8, Duration.ofSeconds(60)));
            session.changeCredential(password);
            try (var wrong = session.randomCredential(CHANCE)) {
                assertThatThrownBy(() -> session.unlock(wrong)).isInstanceOf(DeviceException.WrongCredential.class);
            }
            session.unlock(password);
            session.erase(0);
            assertThat(session.credentials()).hasSize(1);
            assertThatThrownBy(session::reset).isInstanceOf(DeviceException.Unsupported.class);
        }
    }

    @Test
    void aNitrokey3TellsItsSerialNumberWithTheOathApplicationAndHasNoPassword() {
        try (var key = new SimulatedKey(Model.NITROKEY3, "A1B2C3D4");
                var session = YkOathSession.open(key.card(), YkOathModel.NITROKEY_3, CHANCE)) {
            assertThat(session.serial()).isEqualTo("NITROKEY3-A1B2C3D4");
            writeAndShow(key, session, 0, new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(30)));
            assertThatThrownBy(() -> session.changeCredential(password)).isInstanceOf(DeviceException.Unsupported.class);
            session.erase(0);
            assertThat(session.carriesSeed(0)).isFalse();
            session.reset();
        }
    }
}
