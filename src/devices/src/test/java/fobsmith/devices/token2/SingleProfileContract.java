package fobsmith.devices.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.Bus;
import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.pcsc.CardPort;
import fobsmith.devices.pcsc.TakenAway;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.token2.SingleProfile;
import fobsmith.firmware.token2.SingleProfileDescription;
import fobsmith.firmware.usb.SmartCard;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session with a single-profile token has to do, whatever reader it is held against. */
@Timeout(60)
abstract class SingleProfileContract {
    private static final String SERIAL = SingleProfileDescription.FIRST_SERIAL;
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();

    /** A token held against the reader, until it is closed. */
    interface Held extends AutoCloseable {
        CardPort port();

        @Override
        void close();
    }

    abstract Held hold(SmartCard token);

    /** At which exchanges the token is taken away; all of a provisioning, where that is cheap. */
    abstract int[] takenAwayAt();

    private SingleProfile token(boolean restrictedSync) {
        return SingleProfile.of(
                SingleProfileDescription.of(SERIAL).withRestrictedSync(restrictedSync),
                Flash.inMemory(),
                clock,
                new Random(1));
    }

    private record OnePort(CardPort port) implements Bus {
        @Override
        public List<CardPort> ports() {
            return List.of(port);
        }

        @Override
        public void close() {}
    }

    private void provision(Held held, OtpProfile.Totp otp, Seed seed) {
        try (var session = new SingleProfileDriver(new SecureRandom()).open(held.port())) {
            session.erase(0);
            session.write(0, otp, seed, "", clock);
            assertThat(session.readClock()).isEqualTo(clock.instant());
        }
    }

    private void assertShows(SingleProfile token, OtpProfile.Totp otp, Seed seed) {
        assertThat(token.press().display())
                .isEqualTo(Codes.code(seed, otp, clock.instant()).reveal());
    }

    @Test
    void isFoundByItsAnswer() {
        try (var token = token(true);
                var held = hold(token)) {
            token.shift(Duration.ofSeconds(-3));
            var scanner = new TokenScanner(TokenDrivers.ALL, List.of(new OnePort(held.port())), clock);
            assertThat(scanner.scan())
                    .containsExactly(new Candidate.Usable(
                            held.port().place(), "Token2", "single-profile", SERIAL, Duration.ofSeconds(-3)));
            scanner.open(SERIAL).close();
        }
    }

    /** With a clock that guards the seed, and with one that does not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writesSeedsWhoseCodesTheDisplayShows(boolean restrictedSync) {
        try (var token = token(restrictedSync);
                var held = hold(token)) {
            token.shift(Duration.ofMinutes(7));
            for (var algorithm : List.of(HmacAlgorithm.SHA1, HmacAlgorithm.SHA256)) {
                for (int step : new int[] {30, 60}) {
                    for (int bytes : new int[] {1, 20, 63}) {
                        var otp = new OtpProfile.Totp(algorithm, 6, Duration.ofSeconds(step));
                        writesASeed(token, held, otp, bytes);
                    }
                }
            }
        }
    }

    private void writesASeed(SingleProfile token, Held held, OtpProfile.Totp otp, int bytes) {
        try (var seed = Seed.random(bytes, new SecureRandom())) {
            provision(held, otp, seed);
            for (int i = 0; i < 3; i++) {
                assertShows(token, otp, seed);
                clock.turn(otp.timeStep());
            }
        }
    }

    @Test
    void neverOverwritesWhatWasNotErasedInTheSameSession() {
        try (var token = token(true);
                var held = hold(token);
                var seed = Seed.random(20, new SecureRandom());
                var other = Seed.random(20, new SecureRandom())) {
            provision(held, STANDARD, seed);
            try (var session = new SingleProfileDriver(new SecureRandom()).open(held.port())) {
                assertThat(session.carriesSeed(0)).isTrue();
                assertThatThrownBy(() -> session.write(0, STANDARD, other, "", clock))
                        .isInstanceOf(DeviceException.Refused.class);
            }
            assertShows(token, STANDARD, seed);
        }
    }

    /** Also where setting the clock leaves it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNothingOfTheSeedWhenItIsErased(boolean restrictedSync) {
        try (var token = token(restrictedSync);
                var held = hold(token);
                var seed = Seed.random(20, new SecureRandom())) {
            provision(held, STANDARD, seed);
            try (var session = new SingleProfileDriver(new SecureRandom()).open(held.port())) {
                session.erase(0);
            }
            var shown = new ArrayList<String>();
            var expected = new ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                shown.add(token.press().display());
                expected.add(Codes.code(seed, STANDARD, clock.instant()).reveal());
                clock.turn(STANDARD.timeStep());
            }
            assertThat(shown).isNotEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesTheLinkWhereverTheTokenIsTakenAwayAndCanStartOver(TakenAway.Moment moment) {
        for (int at : takenAwayAt()) {
            try (var token = token(true);
                    var seed = Seed.random(20, new SecureRandom())) {
                try (var held = hold(new TakenAway(token, at, moment))) {
                    assertThatThrownBy(() -> provision(held, STANDARD, seed))
                            .as("exchange %d", at)
                            .isInstanceOf(DeviceException.LinkLost.class);
                }
                try (var held = hold(token)) {
                    provision(held, STANDARD, seed);
                }
                assertShows(token, STANDARD, seed);
            }
        }
    }
}
