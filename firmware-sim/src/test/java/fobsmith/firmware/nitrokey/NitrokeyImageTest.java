package fobsmith.firmware.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a token keeps without power, and whose it is. */
class NitrokeyImageTest extends NitrokeyRig {
    @TempDir
    Path folder;

    @Test
    void anImageKeepsSlotsPinsTriesAndConfiguration() {
        var file = folder.resolve("token.flash");
        token.close();
        token = token(PLAIN, Flash.open(file));
        host = plugged();
        host.authenticate();
        host.program(0x10, 7, 0);
        host.configure(1);
        host.pins(0x14, "123456", "654321");
        host.authenticateUser("wrong!", "");
        token.close();
        token = token(PLAIN, Flash.open(file));
        host = plugged();
        assertThat(token.state().slots()).containsExactly(new NitrokeyState.Slot(0x10, "name"));
        assertThat(token.state().userTriesLeft()).isEqualTo(2);
        assertThat(host.code(0x10)).isEqualTo(NOT_AUTHORIZED);
        assertThat(host.authenticateUser("654321", "user")).isEqualTo(OK);
        host.code(0x10);
        // RFC 4226 appendix D, counter 7
        assertThat(host.number()).isEqualTo(162583);
    }

    @Test
    void refusesTheImageOfAnotherToken() {
        var file = folder.resolve("token.flash");
        token(PLAIN, Flash.open(file)).close();
        assertThatThrownBy(() -> token(NitrokeyDescription.of("00005b3b"), Flash.open(file)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the flash image is that of token 00005b3a, not of token 00005b3b");
        token(PLAIN, Flash.open(file)).close();
    }

    @Test
    void refusesAnImpossibleDescription() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NitrokeyDescription.of("00005B3A"))
                .withMessage("serial \"00005B3A\" is not 8 hexadecimal digits of lower case");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withFirmwareMinor(256))
                .withMessage("firmware 0.256 is not between 0.0 and 0.255");
    }

    @Test
    void saysWhatItIsOverUsb() {
        var pro = NitrokeyDescription.of("0000cafe").identity();
        assertThat("%04x:%04x %s".formatted(pro.vendor(), pro.product(), pro.serial()))
                .isEqualTo("20a0:4108 00000000000000000000CAFE");
        var librem = PLAIN.withModel(NitrokeyModel.LIBREM_KEY).identity();
        assertThat("%04x:%04x %s".formatted(librem.vendor(), librem.product(), librem.serial()))
                .isEqualTo("316d:4c4b 000000000000000000005B3A");
    }

    @Test
    void answersNothingWithoutPower() {
        token.powerOff();
        assertThatThrownBy(() -> token.get()).isInstanceOf(PowerLost.class).hasMessage("token 00005b3a has no power");
        assertThatThrownBy(() -> token.set(new byte[64])).isInstanceOf(PowerLost.class);
        assertThat(token.display().blank()).isTrue();
        assertThat(token.state().slots()).isEmpty();
    }

    @Test
    void refusesEverythingOnceRemoved() {
        token.close();
        assertThatThrownBy(() -> token.state())
                .isInstanceOf(RefusedException.class)
                .hasMessage("token 00005b3a has been removed");
        assertThatThrownBy(() -> token.display()).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> token.powerOn()).isInstanceOf(PowerLost.class);
    }
}
