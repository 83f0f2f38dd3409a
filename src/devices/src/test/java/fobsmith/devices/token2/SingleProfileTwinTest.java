package fobsmith.devices.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.token2.SingleProfile;
import fobsmith.firmware.token2.SingleProfileDescription;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session with a single-profile token has to do, against the simulated one. */
class SingleProfileTwinTest {
    private static final String SERIAL = SingleProfileDescription.FIRST_SERIAL;
    private static final int EXCHANGES = 11;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();

    private SingleProfile token(boolean restrictedSync) {
        return SingleProfile.of(
                SingleProfileDescription.of(SERIAL).withRestrictedSync(restrictedSync),
                Flash.inMemory(),
                clock,
                new Random(1));
    }

    private static Transport held(SingleProfile token) {
        token.powerOn();
        return token::exchange;
    }

    private void provision(Transport card, OtpProfile.Totp otp, Seed seed) {
        try (var session = SingleProfileSession.open(card)) {
            session.erase(0);
            session.write(0, otp, seed, "", clock);
            assertThat(session.readClock()).isEqualTo(clock.instant());
        }
    }

    private void assertShows(SingleProfile token, OtpProfile.Totp otp, Seed seed) {
        assertThat(token.press().display())
                .isEqualTo(Codes.code(seed, otp, clock.instant()).reveal());
    }

    @ParameterizedTest
    @CsvSource({"SHA1, 30, 20, true", "SHA256, 60, 63, true", "SHA1, 60, 1, false", "SHA256, 30, 32, false"})
    void writesASeedWhoseCodesTheDisplayShows(HmacAlgorithm algorithm, int step, int bytes, boolean restrictedSync) {
        var otp = new OtpProfile.Totp(algorithm, 6, Duration.ofSeconds(step));
        try (var token = token(restrictedSync);
                var seed = Seed.random(bytes, new SecureRandom())) {
            token.shift(Duration.ofMinutes(7));
            provision(held(token), otp, seed);
            for (int i = 0; i < 3; i++) {
                assertShows(token, otp, seed);
                clock.turn(Duration.ofSeconds(step));
            }
        }
    }

    /** The token leaves the reader's field before or after each exchange. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void canStartOverWhereverTheTokenWasTakenAway(boolean beforeTheExchange) {
        for (int at = 1; at <= EXCHANGES; at++) {
            try (var token = token(true);
                    var seed = Seed.random(20, new SecureRandom())) {
                var card = takenAway(held(token), at, beforeTheExchange);
                assertThatThrownBy(() -> provision(card, OtpProfile.Totp.STANDARD, seed))
                        .as("exchange %d", at)
                        .isInstanceOf(DeviceException.LinkLost.class);
                token.powerOff();
                provision(held(token), OtpProfile.Totp.STANDARD, seed);
                assertShows(token, OtpProfile.Totp.STANDARD, seed);
            }
        }
    }

    private static Transport takenAway(Transport card, int at, boolean beforeTheExchange) {
        var count = new int[1];
        return request -> {
            boolean now = ++count[0] == at;
            if (now && beforeTheExchange) {
                throw new DeviceException.LinkLost("taken away");
            }
            var answer = card.exchange(request);
            if (now) {
                throw new DeviceException.LinkLost("taken away");
            }
            return answer;
        };
    }
}
