package fobsmith.devices.token2;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.Candidate;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.pcsc.NeedsPcscd;
import fobsmith.devices.pcsc.VirtualReader;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.token2.SingleProfile;
import fobsmith.firmware.token2.SingleProfileDescription;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The simulated token in a virtual reader of a real pcscd. */
@Timeout(30)
@ExtendWith(NeedsPcscd.class)
class SingleProfileOverPcscTest {
    private static final String SERIAL = SingleProfileDescription.FIRST_SERIAL;
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    @Test
    void isFoundByItsAnswerAndWritten() throws Exception {
        var clock = HandTurnedClock.atStepStart();
        try (var reader = new VirtualReader();
                var token = SingleProfile.of(
                        SingleProfileDescription.of(SERIAL), Flash.inMemory(), clock, new Random(1));
                var _ = reader.insert(token);
                var seed = Seed.random(20, new SecureRandom())) {
            var scanner = new TokenScanner(TokenDrivers.ALL, List.of(reader.bus()), clock);
            assertThat(scanner.scan())
                    .containsExactly(new Candidate.Usable(
                            VirtualReader.PLACE, "Token2", "single-profile", SERIAL, Duration.ZERO));
            try (var session = (SingleProfileSession) scanner.open(SERIAL)) {
                session.erase(0);
                session.write(0, STANDARD, seed, "", clock);
            }
            assertThat(token.press().display())
                    .isEqualTo(Codes.code(seed, STANDARD, clock.instant()).reveal());
        }
    }
}
