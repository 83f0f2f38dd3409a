package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.usb.PowerLost;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token as somebody has it in hand, and its flash. */
class YubiKeyTest extends YubiKeyRig {
    @Test
    void hasNoDisplayAndNoClock() {
        assertThat(token.display().blank()).isTrue();
        assertRefused("token 12345678 has no clock to be set", () -> token.setTime(NOON));
        assertRefused("token 12345678 has no clock to be shifted", () -> token.shift(Duration.ofSeconds(1)));
        assertRefused("token 12345678 has no clock that could drift", () -> token.setDrift(Drift.NONE));
        assertRefused(
                "token 12345678 has neither clock nor display nor battery, and so no fault DEAD_BATTERY",
                () -> token.fault(Fault.DEAD_BATTERY));
        assertRefused(
                "token 12345678 has neither clock nor display nor battery, and so no fault STOPPED_CLOCK",
                () -> token.mend(Fault.STOPPED_CLOCK));
    }

    private static void assertRefused(String why, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(RefusedException.class).hasMessage(why);
    }

    @Test
    void tellsWhatItHolds() {
        wire.add("Acme:alice", Wire.TOTP, "7802");
        wire.add("bob", Wire.HOTP, "7a0400000005");
        var state = token.state();
        assertThat(state.model()).isEqualTo("Yubico YubiKey 5");
        assertThat(state.version()).isEqualTo("5.4.3");
        assertThat(state.time()).isEqualTo(NOON);
        assertThat(state.errorMillis()).isZero();
        assertThat(state.faults()).isEmpty();
        assertThat(state.accessKeySet()).isFalse();
        assertThat(state.on("1-1").bus()).isEqualTo("1-1");
        assertThat(state.credentials())
                .containsExactly(
                        new YubiKeyState.Account("Acme:alice", "TOTP", "SHA1", 6, true),
                        new YubiKeyState.Account("bob", "HOTP", "SHA1", 6, false));
    }

    @ParameterizedTest
    @CsvSource({"YUBIKEY,12345678,''", "CANOKEY,0C4F5A21,0C4F5A21", "NITROKEY3,5E6F7A8B,''"})
    void tellsItsSerialNumberOverUsbWhereItsModelDoes(Model model, String serial, String told) {
        take(YubiKeyDescription.of(model, serial));
        assertThat(token.readerIdentity().serial()).isEqualTo(told);
        assertThat(token.serial()).isEqualTo(serial);
    }

    /** canokeys/canokey-core, interfaces/USB/class/ccid: SLOT_NO_ERROR, where bStatus tells of a success alone. */
    @ParameterizedTest
    @CsvSource({"YUBIKEY,12345678,00", "CANOKEY,0C4F5A21,81", "NITROKEY3,5E6F7A8B,00"})
    void tellsNoErrorAsItsModelDoes(Model model, String serial, String none) {
        take(YubiKeyDescription.of(model, serial));
        var reader = new CcidReader(token.readerIdentity(), ExchangeLevel.EXTENDED_APDU, token);
        assertThat(asked(reader, "65000000000001000000")).isEqualTo("8100000000000101" + none + "01");
        assertThat(asked(reader, "6f04000000000200000000a10000")).startsWith("8000000000000241fb");
        assertThat(asked(reader, "62000000000003000000")).matches("80.{8}000300" + none + "00.*");
    }

    /** Yubico/yubikey-manager, yubikit/core/otp.py: how a key without a management applet tells its number. */
    @Test
    void tellsItsSerialNumberByTheOtpAppletWhereItIsOlder() {
        var selected = "00a4040007a0000005272001";
        assertThat(wire.send(selected)).isEqualTo("6a82");
        take(YubiKeyDescription.of("12345678")
                .withVersion(new Version(3, 4, 9))
                .with(Quirk.NO_MANAGEMENT, true)
                .with(Quirk.SERIAL_BY_OTP_APPLET, true));
        assertThat(wire.send("00a4040008a000000527471117")).isEqualTo("6a82");
        assertThat(wire.send(selected)).isEqualTo("0304090000009000");
        assertThat(wire.send("0001100000")).isEqualTo("00bc614e" + "9000");
        assertThat(wire.send("0001110000")).isEqualTo("6a86");
        assertThat(wire.send("001d000000")).isEqualTo("6d00");
    }

    private static String asked(CcidReader reader, String message) {
        reader.out(CcidReader.BULK_OUT, Hex.bytes(message));
        return Hex.text(reader.in(CcidReader.BULK_IN, 512).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"4294967295", "0"})
    void takesSerialsOfFourBytes(String serial) {
        take(YubiKeyDescription.of(serial));
        assertThat(wire.send("00a4040008a000000527471117")).endsWith("9000");
        assertThat(wire.send("001d000000")).contains("0204%08x".formatted(Long.parseLong(serial)));
    }

    @ParameterizedTest
    @CsvSource({
        "YUBIKEY,4294967296",
        "YUBIKEY,012",
        "YUBIKEY,1234567X",
        "YUBIKEY,''",
        "CANOKEY,12345678A",
        "NITROKEY3,5e6f7a8b",
        "SOLO2,5A1B2C3D"
    })
    void refusesSerialsThatAreNone(Model model, String serial) {
        assertThatThrownBy(() -> YubiKeyDescription.of(model, serial))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("serial \"%s\" is not ", serial);
    }

    @Test
    void keepsItsCredentialsInItsImage() {
        take(token(PLAIN, Flash.open(image())));
        wire.add("bob", Wire.HOTP, "7a0400000005");
        // RFC 4226 appendix D: 254676 at 5, 287922 at 6.
        assertThat(wire.calculate("bob", "")).isEqualTo("76050633c083d49000");
        var salt = wire.select();
        token.close();
        take(token(PLAIN, Flash.open(image())));
        assertThat(wire.select()).isEqualTo(salt);
        assertThat(wire.calculate("bob", "")).isEqualTo("7605067256c0329000");
    }

    private Path image() {
        return folder.resolve("token.flash");
    }

    @Test
    void doesNotTakeAnImageOfAnother() {
        token(PLAIN, Flash.open(image())).close();
        assertThatThrownBy(() -> token(YubiKeyDescription.of("7"), Flash.open(image())))
                .hasMessage("the flash image is that of token 12345678, not of token 7");
        token(PLAIN, Flash.open(image())).close();
    }

    @Test
    void answersNothingWithoutPowerAndForgetsWhatItProved() {
        token.powerOff();
        assertThatThrownBy(wire::list).isInstanceOf(PowerLost.class).hasMessage("token 12345678 has no power");
        token.powerOn();
        assertThat(wire.list()).isEqualTo("6d00");
    }

    @Test
    void refusesEverythingOnceItIsRemoved() {
        token.close();
        assertRefused("token 12345678 has been removed", token::state);
        assertRefused("token 12345678 has been removed", token::press);
        assertThatThrownBy(token::powerOn).isInstanceOf(PowerLost.class);
        assertThatThrownBy(wire::list).isInstanceOf(PowerLost.class);
    }

    @Test
    void knowsVersionsOfThreeDigitsOnly() {
        assertThatThrownBy(() -> new Version(5, 10, 1)).hasMessage("version 5.10.1 is not of three digits");
    }
}
