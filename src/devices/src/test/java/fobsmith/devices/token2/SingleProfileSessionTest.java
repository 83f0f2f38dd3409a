package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.ClosedPorts;
import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Byte for byte what the open firmware was seen to take (token2/openT2OTP); the encrypted parts computed with an independent SM4.
 */
class SingleProfileSessionTest {
    private static final String SERIAL = "86596220000001";
    private static final String READ_INFO = "80410000020211";
    private static final String INFO = "0000000e" + "3836353936323230303030303031" + "0000" + "65920080" + "9000";
    private static final String CHALLENGE = "804b08000100";
    private static final String AUTHENTICATE = "80ce000010c1cd2cf40d508cedc1274ff1ae4c19f1";
    private static final String CONFIG = "84d400001781111f01010f046592008086060a01010d011eba0857a1";
    private static final String SET_SEED =
            "84c50100245e5856092fd3228d4d33eee3daac4b55ce37d18d332b7ac6a40e8661fa23042af47b0153";

    private static final InstantSource NOW = InstantSource.fixed(Instant.ofEpochSecond(0x65920080L));
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    private final ScriptedMolto2 card = new ScriptedMolto2();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    SingleProfileSessionTest() {
        card.to("8041").say(INFO);
        card.to("804b").say("01020304050607089000");
        card.to("80ce").say("9000");
        card.to("84").say("9000");
    }

    @AfterEach
    void close() {
        seed.close();
    }

    @Test
    void tellsSerialNumberClockAndWhatItIsSoldAs() {
        try (var session = SingleProfileSession.open(card, new SecureRandom())) {
            assertThat(session.serial()).isEqualTo(SERIAL);
            assertThat(session.product()).isEqualTo("OTPC-P2-i");
            assertThat(session.readClock()).isEqualTo(NOW.instant());
            assertThat(session.profiles()).isEqualTo(1);
        }
        assertThat(card.asked()).containsExactly(READ_INFO, READ_INFO);
        assertThat(card.closed()).isTrue();
    }

    /** CONFIG wipes the seed: it goes first, and both in one authenticated go. */
    @Test
    void erasesByConfigAndARandomSeedAndWritesConfigThenSeed() {
        try (var session = SingleProfileSession.open(card, new SecureRandom())) {
            session.erase(0);
            assertThat(session.carriesSeed(0)).isFalse();
            session.write(0, STANDARD, seed, "", NOW);
            assertThat(session.carriesSeed(0)).isTrue();
        }
        var asked = new ArrayList<>(card.asked());
        // As long as any of 20 bytes, and never the same.
        assertThat(asked.remove(5))
                .startsWith("84c5010024")
                .hasSameSizeAs(SET_SEED)
                .isNotEqualTo(SET_SEED);
        assertThat(asked)
                .containsExactly(
                        READ_INFO,
                        READ_INFO,
                        CHALLENGE,
                        AUTHENTICATE,
                        CONFIG,
                        CHALLENGE,
                        AUTHENTICATE,
                        CONFIG,
                        SET_SEED,
                        READ_INFO);
    }

    @Test
    void takesATokenForOneThatCarriesASeedUntilItWasErased() {
        try (var session = SingleProfileSession.open(card, new SecureRandom())) {
            assertThat(session.carriesSeed(0)).isTrue();
            assertThatThrownBy(() -> session.write(0, STANDARD, seed, "", NOW))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessage("%s may carry a seed, which is never overwritten", SERIAL);
        }
        assertThat(card.asked()).noneMatch(command -> command.startsWith("84"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6d00",
                "6e00",
                "9000",
                "",
                "ffff9000",
                "0000000e" + "3132333435363738393031323334" + "0000" + "65920080" + "9000",
                "0000000d" + "3836353936323230303030303031" + "0000" + "65920080" + "9000"
            })
    void saysOfOtherCardsThatTheyAreNone(String answer) {
        card.to("8041").say(answer);
        assertThatThrownBy(() -> SingleProfileSession.open(card, new SecureRandom()))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessageStartingWith("the card in this reader is no token that fobsmith drives");
        assertThat(card.closed()).isTrue();
    }

    /** PC/SC part 3, section 3.1.3.2.3; the second is a card with contacts that happens to be short. */
    @ParameterizedTest
    @CsvSource({
        "3b80800101, true",
        "3b8f8001804f0ca000000306030001000000006a, true",
        "3b00, false",
        "3b8080, false",
        "3bfd1300008131fe158073c021c057597562694b657940, false"
    })
    void asksNoCardWithContacts(String atr, boolean recognised) {
        var port = ClosedPorts.card("Desk 00", HexFormat.of().parseHex(atr));
        assertThat(new SingleProfileDriver(new SecureRandom()).recognises(port)).isEqualTo(recognised);
    }

    @ParameterizedTest
    @CsvSource({"8659612, OTPC-P1-i", "8659621, OTPC-P2-i-NB", "8659600, miniOTP-2-i", "8659632, C302-i"})
    void knowsTheVendorsModelsByTheirSerialNumbers(String prefix, String product) {
        assertThat(SingleProfileModels.of(prefix + "0000001")).hasValue(product);
        assertThat(SingleProfileModels.of("8659699" + "0000001")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 8, 30, 20, codes of 8 digits",
        "SHA512, 6, 30, 20, codes with SHA512",
        "SHA1, 6, 45, 20, every 45 s",
        "SHA1, 6, 30, 64, a seed of 64 bytes",
        "SHA1, 6, 30, 0, a seed of 0 bytes"
    })
    void saysWhatTheTokenCannotDo(HmacAlgorithm algorithm, int digits, int step, int bytes, String refusal) {
        try (var session = SingleProfileSession.open(card, new SecureRandom())) {
            var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
            assertThatThrownBy(() -> session.requireFits(0, otp, bytes, ""))
                    .isInstanceOf(DeviceException.Unsupported.class)
                    .hasMessageContaining(refusal);
            assertThatThrownBy(() -> session.requireFits(1, STANDARD, 20, ""))
                    .isInstanceOf(DeviceException.Unsupported.class);
            assertThatThrownBy(() -> session.requireFits(0, new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6), 20, ""))
                    .isInstanceOf(DeviceException.Unsupported.class);
            session.requireFits(0, new OtpProfile.Totp(HmacAlgorithm.SHA256, 6, Duration.ofSeconds(60)), 63, "any");
        }
    }

    @Test
    void saysThatATokenDoesNotTakeTheKeyOfItsKind() {
        card.to("80ce").say("6983");
        try (var session = SingleProfileSession.open(card, new SecureRandom())) {
            assertThatThrownBy(() -> session.erase(0))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessageContaining("6983");
            assertThat(session.carriesSeed(0)).isTrue();
        }
    }

    @Test
    void noticesAnotherTokenAndAClockThatWasNotSet() {
        card.to("8041").say(INFO, INFO, INFO.replace("65920080", "65920083"), INFO.replace("303031", "303032"));
        try (var session = SingleProfileSession.open(card, new SecureRandom())) {
            session.erase(0);
            assertThatThrownBy(() -> session.write(0, STANDARD, seed, "", NOW))
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessageContaining("3 s off");
            assertThatThrownBy(session::readClock).isInstanceOf(DeviceException.LinkLost.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "009000", "6f00", "6700"})
    void refusesOtherAnswersToAnOrder(String answer) {
        card.to("84").say(answer);
        try (var session = SingleProfileSession.open(card, new SecureRandom())) {
            assertThatThrownBy(() -> session.erase(0)).isInstanceOf(DeviceException.class);
        }
    }

    @Test
    void isDeadWhenTheTokenWasTakenAway() {
        card.to("804b").say("gone");
        try (var session = SingleProfileSession.open(card, new SecureRandom())) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> session.erase(0)).isInstanceOf(DeviceException.LinkLost.class);
            }
            assertThatThrownBy(session::readClock).isInstanceOf(DeviceException.LinkLost.class);
        }
    }
}
