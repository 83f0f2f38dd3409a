package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.Transport;
import fobsmith.devices.ykoath.SimulatedKey.Kind;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Solo 2 on which another program has set a password, which is not entered: its firmware stays locked after the right one. */
class LockedSoloTest {
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;
    private static final String SERIAL = Kind.SOLO_2.serial();

    private final SimulatedKey key = new SimulatedKey(Kind.SOLO_2);
    private final Transport card = key.card();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    private final TokenCredential password = TokenCredential.adopt("correct horse".getBytes(US_ASCII));

    @BeforeEach
    void lock() {
        card.exchange(HexFormat.of().parseHex(ScriptedCard.SELECT_OATH));
        assertThat(card.exchange(HexFormat.of().parseHex(YkOathKnownAnswersTest.SET_CODE)))
                .containsExactly(0x90, 0x00);
    }

    @AfterEach
    void close() {
        password.close();
        seed.close();
        key.close();
    }

    private YkOathSession open() {
        return YkOathSession.open(card, YkOathModel.SOLO_2, new SecureRandom());
    }

    private static void assertSaysThatNoPasswordOpensIt(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DeviceException.Refused.class,
                        refused -> assertThat(refused.advice())
                                .isEqualTo("remove the password with that program, or reset the token with it, which"
                                        + " deletes all its credentials"))
                .hasMessage("%s has a password that another program has set, and its firmware stays locked even with it"
                        .formatted(SERIAL));
    }

    @Test
    void isNotAskedForAPasswordThatWouldNotOpenIt() {
        try (var session = open()) {
            assertThat(session.locked()).isTrue();
            assertSaysThatNoPasswordOpensIt(session::requireUnlockable);
            assertSaysThatNoPasswordOpensIt(() -> session.unlock(password));
            assertSaysThatNoPasswordOpensIt(() -> session.requireFits(0, STANDARD, 20, "demo"));
            assertSaysThatNoPasswordOpensIt(() -> session.write(0, STANDARD, seed, "demo", key.clock));
            assertSaysThatNoPasswordOpensIt(() -> session.erase(0));
        }
        assertThat(key.twin.state().credentials()).isEmpty();
    }

    @Test
    void isNamedAsLockedAndNotAsHavingTheCredentialAlready() {
        try (var session = open()) {
            assertThatThrownBy(() -> session.carriesSeed(0))
                    .isInstanceOfSatisfying(
                            DeviceException.Refused.class,
                            refused -> assertThat(refused.advice()).startsWith("unlock the token"))
                    .hasMessage("LIST was refused: 6985 (the token is locked, or does not allow this now)");
        }
    }

    @Test
    void isWrittenOnceAResetHasTakenThePasswordAway() {
        try (var session = open()) {
            session.reset();
            session.requireUnlockable();
            session.write(0, STANDARD, seed, "demo", key.clock);
            assertThat(session.readCode(0, STANDARD, key.clock.instant())).isEqualTo(key.expected(seed, STANDARD));
        }
    }

    /** A model that takes passwords asks for its own. */
    @Test
    void isNoneOfTheKeysThatAPasswordOpens() {
        try (var yubikey = new SimulatedKey(Kind.YUBIKEY);
                var session = YkOathSession.open(yubikey.card(), YkOathModel.YUBIKEY, new SecureRandom())) {
            session.requireUnlockable();
            session.changeCredential(password);
            session.requireUnlockable();
            session.unlock(password);
            session.write(0, STANDARD, seed, "demo", yubikey.clock);
        }
    }
}
