package fobsmith.firmware.usb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** USB 2.0 section 9 and USB PSTN devices 1.20, section 6.3. */
class CdcSerialPortTest {
    private static final String DTR = "21 22 0100 0000 0000";
    private static final String NO_DTR = "21 22 0000 0000 0000";

    private final EchoTerminal terminal = new EchoTerminal();
    private final CdcSerialPort port = new CdcSerialPort(
            new ReaderIdentity(0x0483, 0x5740, 0x0100, "Flipper Devices Inc.", "Flipper Ferris", "flip_Ferris"),
            terminal);

    private String control(String setup) {
        return control(setup, "");
    }

    private String control(String setup, String data) {
        return Hex.text(port.control(Hex.bytes(setup), Hex.bytes(data)));
    }

    private String read(int capacity) {
        return port.in(CdcSerialPort.BULK_IN, capacity).map(Hex::text).orElse("");
    }

    @Test
    void describesItself() {
        assertThat(Hex.text(port.deviceDescriptor()))
                .isEqualTo("12010002 02000040 83044057 00010102 0301".replace(" ", ""));
        assertThat(control("80 06 0003 0000 ff00")).isEqualTo("04030904");
        assertThat(control("80 06 0303 0904 ff00")).isEqualTo("1803" + "66006c00690070005f00460065007200720069007300");
        assertThat(control("80 06 0001 0000 0800")).isEqualTo("1201000202000040");
    }

    /** Two interfaces: one to steer the line by, one for what goes over it. */
    @Test
    void hasTheInterfacesOfAModem() {
        assertThat(control("80 06 0002 0000 ff00"))
                .isEqualTo(("0902 4300 02 01 00 80 32"
                                + "09 04 00 00 01 02 02 01 00"
                                + "0524001001 0524010001 04240202 0524060001"
                                + "07 05 83 03 1000 20"
                                + "09 04 01 00 02 0a 00 00 00"
                                + "07 05 01 02 4000 00 07 05 82 02 4000 00")
                        .replace(" ", ""));
        assertThat(port.configurationDescriptor()).hasSize(0x43);
    }

    @Test
    void greetsWhoeverIsReady() {
        assertThat(read(64)).isEmpty();
        control(DTR);
        assertThat(read(64)).isEqualTo(Hex.text("hello".getBytes(US_ASCII)));
        control(DTR);
        assertThat(read(64)).isEmpty();
        control(NO_DTR);
        control(NO_DTR);
        control(DTR);
        assertThat(terminal.events()).containsExactly("connected", "gone", "connected");
    }

    @Test
    void handsOverWhatTheConsoleWritesPieceByPiece() {
        control(DTR);
        port.out(CdcSerialPort.BULK_OUT, Hex.bytes("0102030405"));
        port.out(CdcSerialPort.BULK_OUT, Hex.bytes("06"));
        assertThat(read(3)).isEqualTo("68656c");
        assertThat(read(64)).isEqualTo("6c6f");
        assertThat(read(4)).isEqualTo("01020304");
        assertThat(read(4)).isEqualTo("05");
        assertThat(read(4)).isEqualTo("06");
        assertThat(read(4)).isEmpty();
    }

    @Test
    void losesWhatNobodyReads() {
        control(DTR);
        for (int i = 0; i < 20; i++) {
            port.out(CdcSerialPort.BULK_OUT, new byte[65_536]);
        }
        int read = 0;
        for (var data = read(65_536); !data.isEmpty(); data = read(65_536)) {
            read += data.length() / 2;
        }
        assertThat(read).isEqualTo(15 * 65_536 + 5);
    }

    @Test
    void throwsAwayWhatWasMeantForTheHostBefore() {
        control(DTR);
        control(NO_DTR);
        assertThat(read(64)).isEmpty();
    }

    @Test
    void tellsTheListenerThatThereIsMore() {
        var told = new AtomicInteger();
        control(DTR);
        port.onReady(told::incrementAndGet);
        terminal.say(new byte[] {1});
        assertThat(told).hasValue(1);
    }

    @Test
    void remembersHowTheLineIsSet() {
        assertThat(control("a1 21 0000 0000 0700")).isEqualTo("80250000000008");
        assertThat(port.baudRate()).isEqualTo(9600);
        control("21 20 0000 0000 0700", "00840300 00 00 08");
        assertThat(control("a1 21 0000 0000 0700")).isEqualTo("00840300000008");
        assertThat(port.baudRate()).isEqualTo(230_400);
    }

    @ParameterizedTest
    @CsvSource({
        "80 00 0000 0000 0200, 0000",
        "81 00 0000 0100 0200, 0000",
        "82 00 0000 8200 0200, 0000",
        "80 08 0000 0000 0100, 01",
        "81 0a 0000 0100 0100, 00",
        "00 05 0700 0000 0000, ''",
        "01 0b 0000 0100 0000, ''",
        "00 09 0100 0000 0000, ''",
    })
    void servesWhatTheStandardsAskFor(String setup, String answer) {
        assertThat(control(setup)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "81 00 0000 0200 0200",
                "82 00 0000 8400 0200",
                "00 09 0200 0000 0000",
                "01 0b 0100 0000 0000",
                "21 20 0000 0000 0600",
                "21 20 0000 0100 0700",
                "21 22 0100 0100 0000",
                "21 23 ffff 0000 0000",
                "a1 21 0000 0200 0700",
                "80 06 0403 0904 ff00",
                "c0 01 0000 0000 0100",
            })
    void refusesAllElse(String setup) {
        assertThatThrownBy(() -> control(setup, "00")).isInstanceOf(UsbStall.class);
    }

    @Test
    void hasNoOtherEndpointsAndRunsEachOneWay() {
        assertThat(port.in(CdcSerialPort.INTERRUPT_IN, 16)).isEmpty();
        assertThatThrownBy(() -> port.in(CdcSerialPort.BULK_OUT, 64)).isInstanceOf(UsbStall.class);
        assertThatThrownBy(() -> port.out(CdcSerialPort.BULK_IN, new byte[1])).isInstanceOf(UsbStall.class);
        assertThatThrownBy(() -> port.out(0x04, new byte[1])).isInstanceOf(UsbStall.class);
        control("02 03 0000 0100 0000");
        assertThatThrownBy(() -> port.out(CdcSerialPort.BULK_OUT, new byte[1])).isInstanceOf(UsbStall.class);
        control("02 01 0000 0100 0000");
        port.out(CdcSerialPort.BULK_OUT, new byte[1]);
    }

    @Test
    void beginsAnewWhenReset() {
        control(DTR);
        port.reset();
        assertThat(terminal.events()).containsExactly("connected", "gone");
        assertThat(read(64)).isEmpty();
    }

    @Test
    void hasNoPowerWhereTheConsoleHasNone() {
        control(DTR);
        assertThatThrownBy(() -> port.out(CdcSerialPort.BULK_OUT, new byte[] {'Z'}))
                .isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> read(64)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> control(DTR)).isInstanceOf(PowerLost.class);
        port.reset();
        control(DTR);
        assertThat(terminal.events()).containsExactly("connected", "connected");
    }
}
