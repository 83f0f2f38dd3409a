package fobsmith.firmware.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** PINs and the tries left for them. */
class PinTest extends NitrokeyRig {
    private static final int UNLOCK = 0x11;
    private static final int FACTORY_RESET = 0x13;
    private static final int CHANGE_USER_PIN = 0x14;
    private static final int CHANGE_ADMIN_PIN = 0x15;

    private void blockUser() {
        for (int i = 0; i < 3; i++) {
            assertThat(host.authenticateUser("wrong!", "")).isEqualTo(WRONG_PASSWORD);
        }
    }

    private void blockAdmin() {
        for (int i = 0; i < 3; i++) {
            assertThat(host.authenticate("wrong pin", "")).isEqualTo(WRONG_PASSWORD);
        }
    }

    @Test
    void countsWrongOnesAndForgetsThemWithARightOne() {
        assertThat(host.adminTries()).isEqualTo(3);
        host.authenticate("87654321", "");
        assertThat(host.adminTries()).isEqualTo(2);
        host.authenticate("87654321", "");
        assertThat(host.adminTries()).isEqualTo(1);
        assertThat(host.userTries()).isEqualTo(3);
        assertThat(host.authenticate()).isEqualTo(OK);
        assertThat(host.adminTries()).isEqualTo(3);
    }

    @Test
    void countsThoseOfEveryCommand() {
        assertThat(host.pins(CHANGE_USER_PIN, "wrong!", "654321")).isEqualTo(WRONG_PASSWORD);
        assertThat(host.userTries()).isEqualTo(2);
        assertThat(host.pins(UNLOCK, "wrong pin", "654321")).isEqualTo(WRONG_PASSWORD);
        assertThat(host.pins(FACTORY_RESET, "wrong pin", "")).isEqualTo(WRONG_PASSWORD);
        assertThat(host.adminTries()).isEqualTo(1);
        assertThat(host.pins(CHANGE_ADMIN_PIN, "wrong pin", "87654321")).isEqualTo(WRONG_PASSWORD);
        assertThat(host.adminTries()).isZero();
    }

    @Test
    void keepsItsCountWithoutPower() {
        host.authenticate("wrong pin", "");
        token.powerOff();
        assertThat(token.state().adminTriesLeft()).isEqualTo(2);
        token.powerOn();
        assertThat(host.adminTries()).isEqualTo(2);
    }

    @Test
    void isWrongWhenBlockedEvenIfRight() {
        blockUser();
        assertThat(host.userTries()).isZero();
        assertThat(host.authenticateUser("123456", "")).isEqualTo(WRONG_PASSWORD);
        assertThat(host.userTries()).isZero();
    }

    @Test
    void isUnblockedByTheAdminPin() {
        blockUser();
        assertThat(host.pins(UNLOCK, "12345678", "abcdef")).isEqualTo(OK);
        assertThat(host.userTries()).isEqualTo(3);
        assertThat(host.authenticateUser("123456", "")).isEqualTo(WRONG_PASSWORD);
        assertThat(host.authenticateUser("abcdef", "")).isEqualTo(OK);
    }

    @Test
    void staysBlockedWhereTheNewOneIsTooShort() {
        blockUser();
        assertThat(host.pins(UNLOCK, "12345678", "abcde")).isEqualTo(14);
        assertThat(host.userTries()).isZero();
    }

    @Test
    void endsAsItIsWhereTheAdminPinIsBlocked() {
        blockAdmin();
        assertThat(host.authenticate()).isEqualTo(WRONG_PASSWORD);
        assertThat(host.pins(FACTORY_RESET, "12345678", "")).isEqualTo(WRONG_PASSWORD);
        assertThat(host.pins(UNLOCK, "12345678", "abcdef")).isEqualTo(WRONG_PASSWORD);
        assertThat(host.adminTries()).isZero();
    }

    @Test
    void isChangedByTheOldOneOnly() {
        assertThat(host.pins(CHANGE_ADMIN_PIN, "12345678", "a longer admin PIN of 25 b"))
                .isEqualTo(OK);
        assertThat(host.authenticate()).isEqualTo(WRONG_PASSWORD);
        assertThat(host.authenticate("a longer admin PIN of 25 b", "")).isEqualTo(OK);
        assertThat(host.pins(CHANGE_USER_PIN, "123456", "6digit")).isEqualTo(OK);
        assertThat(host.authenticateUser("6digit", "")).isEqualTo(OK);
    }

    @Test
    void isNotChangedToOneThatIsTooShort() {
        assertThat(host.pins(CHANGE_USER_PIN, "123456", "12345")).isEqualTo(12);
        assertThat(host.pins(CHANGE_ADMIN_PIN, "12345678", "1234567")).isEqualTo(13);
        assertThat(host.authenticateUser("123456", "")).isEqualTo(OK);
        assertThat(host.authenticate()).isEqualTo(OK);
    }

    @Test
    void isTheFactorysAfterAReset() {
        host.pins(CHANGE_USER_PIN, "123456", "654321");
        blockUser();
        host.pins(CHANGE_ADMIN_PIN, "12345678", "87654321");
        assertThat(host.pins(FACTORY_RESET, "87654321", "")).isEqualTo(OK);
        assertThat(host.userTries()).isEqualTo(3);
        assertThat(host.authenticateUser("123456", "")).isEqualTo(OK);
        assertThat(host.authenticate()).isEqualTo(OK);
    }
}
