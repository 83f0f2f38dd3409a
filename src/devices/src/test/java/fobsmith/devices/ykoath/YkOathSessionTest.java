package fobsmith.devices.ykoath;

import static fobsmith.devices.ykoath.ScriptedCard.LIST;
import static fobsmith.devices.ykoath.ScriptedCard.entry;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The session's orders and what it makes of each answer. */
class YkOathSessionTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z"));
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;
    private static final String OURS = "Acme:YUBIKEY-12345678";
    private static final String OUR_DELETE = "0002000017" + "7115" + "41636d653a595542494b45592d3132333435363738";

    private final ScriptedCard card = new ScriptedCard();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    @AfterEach
    void close() {
        seed.close();
    }

    private YkOathSession open() {
        return YkOathSession.open(card, YkOathModel.YUBIKEY, new SecureRandom());
    }

    @Test
    void readsTheSerialNumberBeforeItSelectsTheOathApplication() {
        try (var session = open()) {
            assertThat(session.serial()).isEqualTo("YUBIKEY-12345678");
            assertThat(session.manufacturer()).isEqualTo("Yubico");
            assertThat(session.model()).isEqualTo("YubiKey 5");
            assertThat(session.profiles()).isEqualTo(32);
            assertThat(session.supports(Feature.RENAME)).isTrue();
            assertThat(session.locked()).isFalse();
            assertThat(session.factoryCredential()).isEmpty();
        }
        assertThat(card.asked())
                .containsExactly(ScriptedCard.SELECT_MANAGEMENT, ScriptedCard.READ_CONFIG, ScriptedCard.SELECT_OATH);
        assertThat(card.closed()).isTrue();
    }

    @Test
    void saysThatTheOathApplicationIsSwitchedOff() {
        card.to(ScriptedCard.SELECT_OATH).say("6a82");
        assertThatThrownBy(this::open)
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessage("this YubiKey has no OATH application, or it is switched off");
        assertThat(card.closed()).isTrue();
    }

    @Test
    void writesUnderTheNameOfTheProfileAndLooksForItAfterwards() {
        card.to(LIST).say(entry("21", "GitHub:me") + "9000", entry("21", "Acme:YUBIKEY-12345678:07") + "9000");
        try (var session = open()) {
            session.write(7, STANDARD, seed, "Acme", NOW);
        }
        assertThat(card.asked().subList(3, 6))
                .containsExactly(
                        LIST,
                        "0001000032" + "7118" + "41636d653a595542494b45592d31323334353637383a3037" + "7316" + "2106"
                                + "3132333435363738393031323334353637383930",
                        LIST);
    }

    @Test
    void writesThePeriodBeforeTheTitleAndTheTouchBehindTheKey() {
        card.to(LIST).say("9000", entry("22", "60/Acme:YUBIKEY-12345678") + "9000");
        try (var session = open()) {
            var otp = new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60));
            session.write(0, otp, seed, "Acme", true);
        }
        assertThat(card.asked().get(4))
                .startsWith("0001000034" + "711836302f41636d653a")
                .contains("73162208")
                .endsWith("7802");
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "22", "11"})
    void neverOverwritesWhateverStandsUnderTheName(String type) {
        card.to(LIST).say(entry(type, "Other:YUBIKEY-12345678") + "9000");
        try (var session = open()) {
            assertThat(session.carriesSeed(0)).isTrue();
            assertThat(session.carriesSeed(1)).isFalse();
            assertThatThrownBy(() -> session.write(0, STANDARD, seed, "Acme", NOW))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessage("profile 0 of YUBIKEY-12345678 carries a seed, which is never overwritten");
        }
        assertThat(card.asked()).noneMatch(command -> command.startsWith("0001"));
    }

    @Test
    void erasesAllThatStandsUnderTheNameAndNothingElse() {
        card.to(LIST)
                .say(
                        entry("21", "A:YUBIKEY-12345678:01") + entry("21", OURS) + entry("21", "30/YUBIKEY-12345678")
                                + entry("21", "GitHub:me") + "9000",
                        "9000");
        try (var session = open()) {
            session.erase(0);
        }
        // The second in its own spelling, with a period that nobody has to write.
        assertThat(card.asked().subList(4, 6))
                .containsExactly(OUR_DELETE, "0002000015" + "711333302f595542494b45592d3132333435363738");
    }

    @Test
    void erasesWhatHasGoneMeanwhile() {
        card.to(LIST).say(entry("21", OURS) + "9000", "9000");
        card.to("0002").say("6984");
        try (var session = open()) {
            session.erase(0);
            session.erase(0);
        }
    }

    @Test
    void doesNotBelieveATokenThatListsOtherThanItTook() {
        try (var session = open()) {
            assertThatThrownBy(() -> session.write(0, STANDARD, seed, "Acme", NOW))
                    .isInstanceOf(DeviceException.Malformed.class)
                    .hasMessage("the token took a credential and does not list it");
            card.to(LIST).say(entry("21", OURS) + "9000");
            assertThatThrownBy(() -> session.erase(0)).isInstanceOf(DeviceException.Malformed.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "6a84, the token is full",
        "6985, has a credential of this name already",
        "6982, the token is locked",
        "6a80, does not take these data",
        "6f00, perhaps for lack of memory",
        "6581, perhaps for lack of memory",
        "6a86, does not know these parameters",
        "6a81, does not name this status"
    })
    void saysInASentenceWhyATokenTakesNoSeed(String status, String meaning) {
        card.to("0001").say(status);
        try (var session = open()) {
            assertThatThrownBy(() -> session.write(0, STANDARD, seed, "Acme", NOW))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessageStartingWith("PUT was refused: %s (", status.toUpperCase(java.util.Locale.ROOT))
                    .hasMessageContaining(meaning);
        }
    }

    @Test
    void leavesANitrokey3WithAPinAlone() {
        card.to(ScriptedCard.SELECT_OATH)
                .say("7903040b00" + "7108" + ScriptedCard.SALT + "820108" + "8f04a1b2c3d4" + "9000");
        try (var session = YkOathSession.open(card, YkOathModel.NITROKEY_3, new SecureRandom());
                var password = TokenCredential.adopt("hunter2".getBytes(US_ASCII))) {
            assertThatThrownBy(() -> session.write(0, STANDARD, seed, "Acme", NOW))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessageContaining("has a PIN");
            assertThatThrownBy(() -> session.requireFits(0, STANDARD, 20, "Acme"))
                    .as("before anything is changed")
                    .hasMessageContaining("has a PIN");
            assertThatThrownBy(() -> session.erase(0)).hasMessageContaining("has a PIN");
            assertThatThrownBy(() -> session.changeCredential(password))
                    .isInstanceOf(DeviceException.Unsupported.class);
        }
        assertThat(card.asked()).noneMatch(command -> command.matches("000[123].*"));
    }

    @Test
    void tellsWhyThereIsNoCode() {
        card.to(LIST).say("9000", entry("11", OURS) + "9000", entry("22", OURS) + "9000", entry("21", OURS) + "9000");
        card.to("00a2").say("6982", "76050800000001" + "9000");
        try (var session = open()) {
            for (var reason : new String[] {
                "carries no seed", "has not SHA1 codes", "has not SHA1 codes", "nobody touched it", "8 digits, not 6"
            }) {
                assertThatThrownBy(() -> session.readCode(0, STANDARD, NOW.instant()))
                        .isInstanceOf(DeviceException.Refused.class)
                        .hasMessageContaining(reason);
            }
        }
    }

    @Test
    void blamesNobodyForNotTouchingALockedToken() {
        card.to(ScriptedCard.SELECT_OATH).say(ScriptedCard.LOCKED);
        card.to(LIST).say(entry("21", OURS) + "9000");
        card.to("00a2").say("6982");
        try (var session = open()) {
            assertThatThrownBy(() -> session.readCode(0, STANDARD, NOW.instant()))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessageContaining("the token is locked");
        }
    }

    @Test
    void renamesAndKeepsTheRest() {
        card.to(LIST).say(entry("21", "60/" + OURS) + "9000", entry("21", "60/B:YUBIKEY-12345678") + "9000");
        card.to("0005").say("9000");
        try (var session = open()) {
            session.rename(0, "B");
            assertThat(session.credentials()).extracting(CredentialId::issuer).containsExactly("B");
        }
        assertThat(card.asked().get(4))
                .startsWith("000500003171" + "1836302f41636d653a")
                .contains("711536302f423a");
    }

    @Test
    void resetsAndExpectsAnotherSalt() {
        card.to(ScriptedCard.SELECT_OATH).say(ScriptedCard.LOCKED, "7903050403" + "71080102030405060708" + "9000");
        card.to("0004dead00").say("9000");
        try (var session = open()) {
            session.reset();
            assertThat(session.locked()).isFalse();
            assertThatThrownBy(session::reset).isInstanceOf(DeviceException.Malformed.class);
        }
    }

    @Test
    void clearsThePasswordAndLooksWhetherItHasGone() {
        card.to(ScriptedCard.SELECT_OATH).say(ScriptedCard.OPEN, ScriptedCard.OPEN, ScriptedCard.LOCKED);
        card.to("0003").say("9000");
        try (var session = open()) {
            session.clearCredential();
            assertThatThrownBy(session::clearCredential).isInstanceOf(DeviceException.Malformed.class);
        }
        assertThat(card.asked()).contains("00030000027300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6a80", "6984"})
    void takesBothVendorsWordsForAWrongPassword(String status) {
        card.to(ScriptedCard.SELECT_OATH).say(ScriptedCard.LOCKED);
        card.to("00a3").say(status);
        try (var session = open();
                var wrong = session.randomCredential(new SecureRandom())) {
            assertThatThrownBy(() -> session.unlock(wrong))
                    .isInstanceOfSatisfying(
                            DeviceException.WrongCredential.class,
                            e -> assertThat(e.triesLeft()).isEqualTo(Integer.MAX_VALUE))
                    .hasMessage("the YubiKey did not take this password");
            assertThat(session.locked()).isTrue();
        }
    }

    @Test
    void noticesThatAnotherTokenIsInItsPlace() {
        card.to(ScriptedCard.SELECT_OATH)
                .say(ScriptedCard.LOCKED, ScriptedCard.LOCKED.replace(ScriptedCard.SALT, "0102030405060708"));
        try (var session = open();
                var password = session.randomCredential(new SecureRandom())) {
            assertThatThrownBy(() -> session.unlock(password)).isInstanceOf(DeviceException.LinkLost.class);
        }
    }

    @Test
    void drawsPasswordsOfSixteenLegibleCharacters() {
        try (var session = open();
                var one = session.randomCredential(new SecureRandom())) {
            assertThat(one.<String>use(bytes -> new String(bytes, US_ASCII))).matches("[2-9A-HJ-NP-Za-km-z]{16}");
        }
    }
}
