package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Molto2SessionTest {
    private static final Instant NEW_YEAR_2024 = Instant.parse("2024-01-01T00:00:00Z");
    private static final String INFO = "8041000000";
    private static final String BLOCK_OF_5 = "804100050170";

    private final ScriptedMolto2 token = new ScriptedMolto2();
    private final Molto2Session session = Molto2Session.open(token);
    private final TokenCredential factory = session.factoryCredential().orElseThrow();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    @AfterEach
    void close() {
        session.close();
        factory.close();
        seed.close();
    }

    @Test
    void readsTheSerialNumberOnceAndTheClockEachTime() {
        assertThat(token.asked()).containsExactly(INFO);
        assertThat(session.serial()).isEqualTo(ScriptedMolto2.SERIAL);
        assertThat(token.asked()).isEmpty();
        assertThat(session.readClock()).isEqualTo(NEW_YEAR_2024);
        assertThat(token.asked()).containsExactly(INFO);
    }

    @Test
    void readsAClockUpToTheYear2106() {
        token.to(INFO).say(ScriptedMolto2.INFO_OF_2024.replace("65920080", "ffffffff"));
        assertThat(session.readClock()).isEqualTo("2106-02-07T06:28:15Z");
    }

    @Test
    void noticesThatAnotherTokenAnswers() {
        token.to(INFO).say(ScriptedMolto2.INFO_OF_2024.replace("383236", "383237"));
        assertThatThrownBy(session::readClock)
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessageContaining("827658719844499")
                .hasMessageContaining("826658719844499");
    }

    @Test
    void saysWhatItIsAndCanDo() {
        assertThat(session.manufacturer() + " " + session.model()).isEqualTo("Token2 Molto2");
        assertThat(session.require(SeedProfiles.class, "take a seed").profiles())
                .isEqualTo(100);
        assertThat(session.require(CredentialLock.class, "be locked")).isSameAs(session);
    }

    @Test
    void asksForABlockWithoutALengthOfTheAnswer() {
        token.asked();
        token.to(BLOCK_OF_5).say(ScriptedMolto2.FULL);
        assertThat(session.carriesSeed(5)).isTrue();
        assertThat(session.carriesSeed(99)).isFalse();
        assertThat(token.asked()).containsExactly(BLOCK_OF_5, "804100630170");
    }

    @Test
    void sendsTheKnownAnswersOfTheProtocolInTheOrderConfigSeedTitle() {
        session.unlock(factory);
        assertThat(token.asked())
                .containsExactly(INFO, "804b080000", "80ce000010" + KnownAnswers.hex("authenticate.body"));
        token.to(BLOCK_OF_5).say(ScriptedMolto2.EMPTY, ScriptedMolto2.FULL);

        session.write(5, OtpProfile.Totp.STANDARD, seed, "demo", at("2024-01-01T00:00:00.499Z"));

        assertThat(token.asked())
                .containsExactly(
                        BLOCK_OF_5,
                        KnownAnswers.hex("config.apdu"),
                        KnownAnswers.hex("seed.apdu"),
                        KnownAnswers.hex("title.apdu"),
                        BLOCK_OF_5);
    }

    @Test
    void setsTheClockToTheNearestSecond() {
        session.unlock(factory);
        token.to(BLOCK_OF_5).say(ScriptedMolto2.EMPTY, ScriptedMolto2.FULL);
        session.write(5, OtpProfile.Totp.STANDARD, seed, "demo", at("2023-12-31T23:59:59.500Z"));
        assertThat(token.asked()).contains(KnownAnswers.hex("config.apdu"));
    }

    @Test
    void refusesAClockThatFourBytesCannotShowBeforeAnythingIsChanged() {
        session.unlock(factory);
        token.asked();
        assertUnsupported(() -> write(at("2106-02-07T06:28:16Z")), "2106-02-07T06:28:16Z");
        assertUnsupported(() -> write(at("1969-12-31T23:59:59Z")), "1969-12-31T23:59:59Z");
        assertThat(token.asked()).containsOnly(BLOCK_OF_5);
    }

    @Test
    void neverOverwritesAProfileThatCarriesASeed() {
        session.unlock(factory);
        token.asked();
        token.to(BLOCK_OF_5).say(ScriptedMolto2.FULL);
        assertThatThrownBy(this::write)
                .isInstanceOfSatisfying(
                        DeviceException.Refused.class,
                        refused -> assertThat(refused.status()).isEmpty())
                .hasMessage("profile 5 of Molto2 826658719844499 carries a seed, which is never overwritten")
                .extracting(e -> ((DeviceException) e).advice())
                .isEqualTo("choose an empty profile, or erase this one first");
        assertThat(token.asked()).containsExactly(BLOCK_OF_5);
    }

    @Test
    void refusesASeedOfZerosBeforeAnythingIsSent() {
        session.unlock(factory);
        token.asked();
        try (var zeros = Seed.adopt(new byte[20])) {
            assertUnsupported(
                    () -> session.write(5, OtpProfile.Totp.STANDARD, zeros, "demo", at("2024-01-01T00:00:00Z")),
                    "zeros");
        }
        assertThat(token.asked()).isEmpty();
    }

    @Test
    void refusesWhatTheModelCannotDoBeforeAnythingIsSent() {
        session.unlock(factory);
        token.asked();
        assertUnsupported(
                () -> session.write(100, OtpProfile.Totp.STANDARD, seed, "demo", at("2024-01-01T00:00:00Z")),
                "profile 100");
        assertThat(token.asked()).isEmpty();
    }

    @Test
    void saysWhereATakenSeedDidNotArrive() {
        session.unlock(factory);
        token.to(BLOCK_OF_5).say(ScriptedMolto2.EMPTY, ScriptedMolto2.EMPTY);
        assertThatThrownBy(this::write)
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessage("profile 5 is still empty after its seed was taken");
    }

    @Test
    void writesOnlyWhenUnlocked() {
        token.asked();
        assertThatThrownBy(this::write).isInstanceOf(IllegalStateException.class);
        assertThat(token.asked()).isEmpty();
    }

    @Test
    void erasesAndLooksWhetherTheSeedIsGone() {
        token.asked();
        session.erase(5);
        assertThat(token.asked()).containsExactly("80e6000500", BLOCK_OF_5);
        token.to("80e6").say("6a83");
        session.erase(5);
        token.to("80e6").say("9000");
        token.to(BLOCK_OF_5).say(ScriptedMolto2.FULL);
        assertThatThrownBy(() -> session.erase(5))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessage("profile 5 still carries a seed after it was deleted");
    }

    @Test
    void closesTheTransportWithTheSessionOrWhereTheTokenDoesNotAnswer() {
        session.close();
        assertThat(token.closed()).isTrue();
        var silent = new ScriptedMolto2();
        silent.to(INFO).say("gone");
        assertThatThrownBy(() -> Molto2Session.open(silent)).isInstanceOf(DeviceException.LinkLost.class);
        assertThat(silent.closed()).isTrue();
    }

    @Test
    void isDeadOnceTheLinkWasLostThoughATokenAnswersAgain() {
        session.unlock(factory);
        token.to(BLOCK_OF_5).say("gone", ScriptedMolto2.EMPTY);
        assertLost(this::write);
        token.asked();
        assertLost(this::write);
        assertLost(session::readClock);
        assertLost(() -> session.erase(5));
        assertLost(() -> session.unlock(factory));
        assertLost(() -> session.changeCredential(factory));
        assertThat(token.asked()).isEmpty();
    }

    private void write() {
        write(at("2024-01-01T00:00:00Z"));
    }

    private void write(InstantSource clock) {
        session.write(5, OtpProfile.Totp.STANDARD, seed, "demo", clock);
    }

    private static InstantSource at(String instant) {
        return InstantSource.fixed(Instant.parse(instant));
    }

    private static void assertLost(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(DeviceException.LinkLost.class);
    }

    private static void assertUnsupported(ThrowingCallable call, String value) {
        assertThatThrownBy(call).isInstanceOf(DeviceException.Unsupported.class).hasMessageContaining(value);
    }
}
