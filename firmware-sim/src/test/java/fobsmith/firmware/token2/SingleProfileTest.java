package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.usb.PowerLost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A single-profile token in hand, in a reader's field, and without power. Bytes are those of known-answers.txt. */
class SingleProfileTest {
    private static final SingleProfileDescription PLAIN =
            SingleProfileDescription.of(SingleProfileDescription.FIRST_SERIAL);
    private static final long CHALLENGE = 0x0807060504030201L;
    private static final Properties KNOWN = known();
    /** The time that the known CONFIG sets, in whose step the known seed's code is that of Python's HMAC. */
    private static final Instant SET_TO = Instant.ofEpochSecond(0x65920080L);

    private static final String CODE = "752764";

    @TempDir
    Path folder;

    private final HandTurnedClock realTime = new HandTurnedClock(Instant.parse("2026-11-23T12:00:00Z"));
    private SingleProfile token = token(PLAIN, Flash.inMemory());

    private static Properties known() {
        var known = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("../fixtures/models/token2-single/known-answers.txt"))) {
            known.load(reader);
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SingleProfile token(SingleProfileDescription description, Flash flash) {
        var made = SingleProfile.of(description, flash, realTime, () -> CHALLENGE);
        made.powerOn();
        return made;
    }

    private void take(SingleProfile other) {
        token.close();
        token = other;
    }

    @AfterEach
    void remove() {
        token.close();
    }

    private String send(String apdu) {
        return Hex.text(token.exchange(Hex.bytes(apdu)));
    }

    private String known(String name) {
        return Objects.requireNonNull(KNOWN.getProperty(name), name);
    }

    private String authenticate() {
        send("804b08000100");
        return send("80ce000010" + known("authenticate.body"));
    }

    private void provision() {
        assertThat(authenticate()).isEqualTo("9000");
        assertThat(send(known("config.apdu"))).isEqualTo("9000");
        assertThat(send(known("seed.apdu"))).isEqualTo("9000");
    }

    private String code() {
        return token.press().display();
    }

    @Test
    void showsCodesByTheClockThatConfigSet() {
        provision();
        assertThat(token.state().time()).isEqualTo(SET_TO);
        assertThat(token.display().blank()).isTrue();
        assertThat(code()).isEqualTo(CODE);
        assertThat(token.display().display()).isEqualTo(CODE);
        realTime.turn(Duration.ofSeconds(30));
        assertThat(token.display().blank()).isTrue();
        assertThat(code()).isNotEqualTo(CODE).hasSize(6);
    }

    @Test
    void drifts() {
        take(token(PLAIN.withDrift(Drift.constant(50)), Flash.inMemory()));
        provision();
        realTime.turn(Duration.ofDays(10));
        assertThat(token.state().time())
                .isEqualTo(SET_TO.plus(Duration.ofDays(10)).plusMillis(43_200));
        assertThat(send("8041000000")).endsWith("%08x9000".formatted(0x65920080L + 864_000 + 43));
    }

    @Test
    void losesItsSeedWithEveryConfigUnlessItsSyncIsFree() {
        provision();
        assertThat(send(known("config.apdu"))).isEqualTo("9000");
        assertThat(token.state().carriesSeed()).isFalse();
        assertThat(token.press().blank()).isTrue();
        take(token(PLAIN.withRestrictedSync(false), Flash.inMemory()));
        provision();
        assertThat(send(known("config.apdu"))).isEqualTo("9000");
        assertThat(code()).isEqualTo(CODE);
    }

    @Test
    void isNotLockedByWrongAnswersSince2025() {
        for (int i = 0; i < 20; i++) {
            send("804b08000100");
            assertThat(send("80ce000010" + "00".repeat(16))).isEqualTo("6983");
        }
        assertThat(authenticate()).isEqualTo("9000");
        assertThat(token.state().locked()).isFalse();
    }

    @Test
    void isLockedForGoodByOneWithOlderFirmware() {
        var image = folder.resolve("token.flash");
        take(token(PLAIN.withLocksForGood(true), Flash.open(image)));
        send("804b08000100");
        assertThat(send("80ce000010" + "00".repeat(16))).isEqualTo("6983");
        assertThat(authenticate()).isEqualTo("6983");
        token.close();
        take(token(PLAIN.withLocksForGood(true), Flash.open(image)));
        assertThat(authenticate()).isEqualTo("6983");
        assertThat(token.state().locked()).isTrue();
    }

    @Test
    void keepsSeedAndClockInItsImage() {
        var image = folder.resolve("token.flash");
        take(token(PLAIN, Flash.open(image)));
        provision();
        token.close();
        realTime.turn(Duration.ofSeconds(29));
        take(token(PLAIN, Flash.open(image)));
        assertThat(code()).isEqualTo(CODE);
        assertThat(token.display().secondsLeft()).isEqualTo(1);
        token.close();
        var other = SingleProfileDescription.of("86596220000002");
        assertThatThrownBy(() -> SingleProfile.of(other, Flash.open(image), realTime, () -> CHALLENGE))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the flash image is that of token 86596220000001, not of token 86596220000002");
    }

    @Test
    void changesItsTimeoutByAConfigThatItRefuses() {
        provision();
        // A time-out of two minutes, then a tag that is none; MAC by OpenSSL's SM4.
        assertThat(send("84d4000017" + "81111f01030e0465920080" + "86060a01010d011e" + mac()))
                .isEqualTo("6a80");
        code();
        realTime.turn(Duration.ofSeconds(100));
        assertThat(token.display().blank()).isFalse();
        token.powerOff();
        token.powerOn();
        code();
        realTime.turn(Duration.ofSeconds(100));
        assertThat(token.display().blank()).isTrue();
    }

    private static String mac() {
        return HexFormat.of()
                .formatHex(Sm4.mac(
                        Hex.bytes("8ad206883ca369482ab27182b6e83224"),
                        Hex.bytes("80d4000013" + "81111f01030e0465920080" + "86060a01010d011e")));
    }

    @Test
    void diesOfAnEmptyBatteryAndIsReadWrongWithADarkSegment() {
        provision();
        token.fault(Fault.DARK_LCD_SEGMENT);
        token.setTime(SET_TO.plusSeconds(60));
        // 070309 without the upper right segments.
        assertThat(code()).isEqualTo("070305");
        token.fault(Fault.DEAD_BATTERY);
        assertThat(token.press().blank()).isTrue();
    }

    @Test
    void keepsOldOrNewWhereverPowerFails() {
        authenticate();
        send(known("config.apdu"));
        long first = token.flashOperations();
        assertThat(send(known("seed.apdu"))).isEqualTo("9000");
        long operations = token.flashOperations() - first;
        for (long cut = 0; cut < operations; cut++) {
            take(token(PLAIN, Flash.inMemory()));
            assertThat(authenticate()).isEqualTo("9000");
            assertThat(send(known("config.apdu"))).isEqualTo("9000");
            token.cutPowerBefore(cut);
            assertThatThrownBy(() -> send(known("seed.apdu"))).isInstanceOf(PowerLost.class);
            assertThatThrownBy(() -> send("8041000000")).isInstanceOf(PowerLost.class);
            token.powerOn();
            assertThat(token.press().display()).isIn("", CODE);
            assertThat(send(known("seed.apdu")))
                    .as("the authentication is gone")
                    .isEqualTo("6983");
        }
        assertThat(operations).isGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource({
        "86596120000001,OTPC-P1-i", "86596220000001,OTPC-P2-i", "86596210000001,OTPC-P2-i-NB",
        "86596000000001,miniOTP-2-i", "86596010000001,miniOTP-3-i", "86596090000001,miniOTP-3-i-NB",
        "86596100000001,C301-i", "86596320000001,C302-i", "12345678901234,single-profile token"
    })
    void isOfTheModelThatItsSerialBeginsWith(String serial, String model) {
        take(token(SingleProfileDescription.of(serial), Flash.inMemory()));
        assertThat(token.state().model()).isEqualTo("Token2 " + model);
        assertThat(token.atr()).isEqualTo(Hex.bytes("3b80800101"));
    }

    @Test
    void answersNobodyOutsideAField() {
        token.powerOff();
        assertThatThrownBy(() -> send("8041000000")).isInstanceOf(PowerLost.class);
        token.close();
        assertThatThrownBy(token::powerOn).isInstanceOf(PowerLost.class);
        assertThatThrownBy(token::press).isInstanceOf(RefusedException.class);
    }

    @Test
    void hasASerialOf14Characters() {
        assertThatThrownBy(() -> SingleProfileDescription.of("8659622"))
                .hasMessage("serial \"8659622\" is not 14 letters and digits");
    }
}
