package fobsmith.firmware.nitrokey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slots and the three reports that write one. */
class SlotTest extends NitrokeyRig {
    /** RFC 4226 appendix D. */
    private static final int[] CODES = {755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489};

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x11, 0x12, 0x13, 0x20, 0x2e})
    void areThereWithTheirNameWhenWritten(int slot) {
        host.authenticate();
        assertThat(host.name(slot)).isEqualTo(NOT_PROGRAMMED);
        assertThat(host.program(slot, 30, 1)).isEqualTo(OK);
        assertThat(host.name(slot)).isEqualTo(OK);
        assertThat(new String(host.answer(), 0, 5, US_ASCII)).isEqualTo("name\0");
        assertThat(token.state().slots()).containsExactly(new NitrokeyState.Slot(slot, "name"));
        assertThat(host.erase(slot)).isEqualTo(OK);
        assertThat(host.name(slot)).isEqualTo(NOT_PROGRAMMED);
        assertThat(host.code(slot)).isEqualTo(slot == 0x13 ? WRONG_SLOT : NOT_PROGRAMMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x0f, 0x14, 0x1f, 0x2f, 0xff})
    void areNoOthers(int slot) {
        host.authenticate();
        assertThat(host.program(slot, 30, 0)).isEqualTo(WRONG_SLOT);
        assertThat(host.name(slot)).isEqualTo(WRONG_SLOT);
        assertThat(host.read(slot)).isEqualTo(WRONG_SLOT);
        assertThat(host.code(slot)).isEqualTo(WRONG_SLOT);
        assertThat(host.erase(slot)).isEqualTo(WRONG_SLOT);
    }

    @Test
    void giveNoCodeWhereCodesAreToBeVerified() {
        host.authenticate();
        host.program(0x13, 0, 0);
        assertThat(host.code(0x13)).isEqualTo(WRONG_SLOT);
    }

    @Test
    void countOnWithEveryCode() {
        host.authenticate();
        host.program(0x10, 0, 0);
        for (int i = 0; i < 3; i++) {
            assertThat(host.code(0x10)).isEqualTo(OK);
            assertThat(host.number()).isEqualTo(CODES[i]);
        }
        token.powerOff();
        token.powerOn();
        host.code(0x10);
        assertThat(host.number()).isEqualTo(CODES[3]);
    }

    /** RFC 6238 appendix B. */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 7081804", "1234567890, 89005924", "2000000000, 69279037"})
    void giveTheCodeOfTheTimeThatWasSet(long time, int code) {
        host.authenticate();
        host.program(0x20, 30, 1);
        host.setTime(1, time);
        assertThat(host.code(0x20)).isEqualTo(OK);
        assertThat(host.number()).isEqualTo(code);
    }

    @Test
    void useSixteenBitsOfTheInterval() {
        host.authenticate();
        host.program(0x20, 0x1_0000 + 30, 1);
        host.setTime(1, 59);
        host.code(0x20);
        assertThat(host.number()).isEqualTo(94287082);
        host.program(0x20, 0x1_0000, 0);
        assertThat(host.code(0x20)).isEqualTo(OK);
        assertThat(host.number()).isEqualTo(CODES[0]);
    }

    @Test
    void needAName() {
        host.authenticate();
        host.sendSecret(0, Host.SECRET);
        assertThat(host.write(0x20, 30, 0)).isEqualTo(NO_NAME);
        assertThat(host.name(0x20)).isEqualTo(NOT_PROGRAMMED);
    }

    @Test
    void areNotWrittenWithoutATransaction() {
        host.authenticate();
        assertThat(host.write(0x20, 30, 0)).isEqualTo(NOT_AUTHORIZED);
        host.sendName("");
        assertThat(host.write(0x20, 30, 0)).isEqualTo(NO_NAME);
        assertThat(host.write(0x20, 30, 0)).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void beginEachTransactionAnew() {
        host.authenticate();
        host.program(0x20, 30, 1);
        host.sendSecret(0, Host.SECRET);
        assertThat(host.write(0x21, 30, 1)).isEqualTo(NO_NAME);
    }

    @Test
    void goOnWithATransactionThatAWrongPasswordInterrupts() {
        host.authenticate();
        host.sendSecret(0, Host.SECRET);
        host.sendName("name");
        host.pretend("wrong", "");
        assertThat(host.write(0x10, 0, 0)).isEqualTo(NOT_AUTHORIZED);
        host.pretend("admin", "");
        assertThat(host.write(0x10, 0, 0)).isEqualTo(OK);
    }

    @Test
    void echoWhatTheyHaveOfAField() {
        host.authenticate();
        host.sendSecret(0, Host.SECRET);
        assertThat(host.answer()).startsWith(Host.SECRET);
        var part = new byte[30];
        Arrays.fill(part, (byte) 7);
        host.sendSecret(1, part);
        assertThat(host.answer()).startsWith(Host.SECRET).endsWith(new byte[13]);
        assertThat(Arrays.copyOfRange(host.answer(), 30, 40)).containsOnly(7);
        // beyond the end it begins anew
        host.sendSecret(2, part);
        assertThat(Arrays.copyOf(host.answer(), 40)).containsOnly(7);
    }

    @Test
    void keepTheirSecretWhereTheNewOneIsAllZeros() {
        host.authenticate();
        host.program(0x10, 0, 0);
        host.sendName("renamed");
        assertThat(host.write(0x10, 1, 0)).isEqualTo(OK);
        assertThat(token.state().slots()).containsExactly(new NitrokeyState.Slot(0x10, "renamed"));
        host.code(0x10);
        assertThat(host.number()).isEqualTo(CODES[1]);
    }

    @Test
    void tellEverythingButTheirSecret() {
        host.authenticate();
        host.program(0x2e, 60, 3);
        assertThat(host.read(0x2e)).isEqualTo(OK);
        assertThat(new String(host.answer(), ISO_8859_1))
                .isEqualTo("name" + "\0".repeat(11) + "\3ABCDEFGHIJKLM" + "<" + "\0".repeat(23));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "9, 1, 9", "10, 0, -2"})
    void verifyTenCodesAhead(int ahead, int right, int offset) {
        host.authenticate();
        host.program(0x13, 0, 0);
        int code = ahead < CODES.length ? CODES[ahead] : 403154;
        assertThat(host.verify(code)).isEqualTo(OK);
        assertThat(host.answer()).startsWith(right, offset);
        // it has gone on where the code was right, and only then
        host.verify(CODES[0]);
        assertThat(host.answer()[0]).isEqualTo((byte) (1 - right));
    }

    @Test
    void verifyNothingWhereTheSlotIsEmpty() {
        assertThat(host.verify(CODES[0])).isEqualTo(NOT_PROGRAMMED);
    }

    @Test
    void areEmptyAfterAFactoryResetAndTheConfigurationIsNot() {
        host.authenticate();
        host.program(0x10, 0, 0);
        host.program(0x20, 30, 0);
        host.configure(1);
        assertThat(host.pins(0x13, "12345678", "")).isEqualTo(OK);
        assertThat(token.state().slots()).isEmpty();
        host.send(new Host.Payload(0x00));
        assertThat(Arrays.copyOf(host.answer(), 11)).containsExactly(15, 0, 0x3a, 0x5b, 0, 0, -1, -1, -1, 1, 0);
    }
}
