package fobsmith.firmware.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Temporary passwords. */
class SessionTest extends NitrokeyRig {
    @Test
    void protectsWhateverChangesSlotsAndConfiguration() {
        host.pretend("", "");
        assertThat(host.sendName("name")).isEqualTo(NOT_AUTHORIZED);
        assertThat(host.write(0x20, 30, 0)).isEqualTo(NOT_AUTHORIZED);
        assertThat(host.erase(0x20)).isEqualTo(NOT_AUTHORIZED);
        assertThat(host.configure(1)).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void takesTheSamePasswordAgainAndAgain() {
        assertThat(host.authenticate()).isEqualTo(OK);
        assertThat(host.program(0x20, 30, 0)).isEqualTo(OK);
        assertThat(host.program(0x21, 30, 0)).isEqualTo(OK);
        assertThat(host.erase(0x20)).isEqualTo(OK);
    }

    @Test
    void takesNoOtherPassword() {
        host.authenticate();
        host.pretend("admin2", "");
        assertThat(host.erase(0x20)).isEqualTo(NOT_AUTHORIZED);
        host.pretend("admi", "");
        assertThat(host.erase(0x20)).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void forgetsThePasswordWithTheNext() {
        host.authenticate("12345678", "first");
        host.authenticate("12345678", "second");
        assertThat(host.erase(0x20)).isEqualTo(OK);
        host.pretend("first", "");
        assertThat(host.erase(0x20)).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void forgetsThePasswordEvenWhereTheNextPinIsWrong() {
        host.authenticate("12345678", "first");
        assertThat(host.authenticate("87654321", "second")).isEqualTo(WRONG_PASSWORD);
        assertThat(host.erase(0x20)).isEqualTo(NOT_AUTHORIZED);
        host.pretend("first", "");
        assertThat(host.erase(0x20)).isEqualTo(NOT_AUTHORIZED);
        host.pretend("", "");
        assertThat(host.erase(0x20)).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void forgetsEverythingWithItsPower() {
        host.authenticate();
        host.authenticateUser("123456", "user");
        host.program(0x10, 0, 0);
        host.configure(1);
        host.sendName("half a slot");
        assertThat(host.code(0x10)).isEqualTo(OK);
        token.powerOff();
        token.powerOn();
        assertThat(token.get()).isEqualTo(new byte[64]);
        assertThat(host.code(0x10)).isEqualTo(NOT_AUTHORIZED);
        assertThat(host.erase(0x10)).isEqualTo(NOT_AUTHORIZED);
        host.authenticate();
        assertThat(host.write(0x11, 0, 0)).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void givesCodesWithoutAPinWhereTheConfigurationDoesNotWantOne() {
        host.authenticate();
        host.program(0x10, 0, 0);
        assertThat(host.code(0x10)).isEqualTo(OK);
        host.configure(1);
        assertThat(host.code(0x10)).isEqualTo(NOT_AUTHORIZED);
        assertThat(host.authenticateUser("123456", "mine")).isEqualTo(OK);
        assertThat(host.code(0x10)).isEqualTo(OK);
        host.configure(2);
        host.pretend("admin", "");
        assertThat(host.code(0x10)).isEqualTo(OK);
    }

    @Test
    void keepsTheTwoPasswordsApart() {
        host.authenticate("12345678", "admin");
        host.authenticateUser("123456", "user");
        host.pretend("user", "admin");
        assertThat(host.erase(0x10)).isEqualTo(NOT_AUTHORIZED);
    }
}
