package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.usb.PulledAt.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HID 1.11 and USB 2.0; the descriptors after CCIDHID_usb_desc.c of Nitrokey/nitrokey-pro-firmware. */
class HidDeviceTest {
    static final String SET_REPORT = "21 09 0003 0000 4000";
    static final String GET_REPORT = "a1 01 0003 0000 4000";

    private static final String REPORT_DESCRIPTOR = """
            0600ff 0901 a101
              0901 1500 26ff00 7508 9540 8102
              0902 1500 26ff00 7508 9540 9102
              0902 7508 9540 b102
            c0
            """.replaceAll("\\s", "");
    private static final String HID_DESCRIPTOR = "09 21 1001 00 01 22 2a00".replace(" ", "");
    private static final String CONFIGURATION = ("09 02 7600 02 01 00 80 32"
                    + "09 04 00 00 01 03 00 00 00" + HID_DESCRIPTOR + "07 05 84 03 0800 0a"
                    + "09 04 01 00 03 0b 00 00 00"
                    + "36 21 1001 00 02 02000000 100e0000 100e0000 00 cd250000 a1c50100 00 fe000000 00000000 00000000"
                    + "ba040100 0f010000 00 00 0000 00 01"
                    + "07 05 81 03 4000 18 07 05 02 02 4000 00 07 05 82 02 4000 00")
            .replace(" ", "");

    private final EchoToken token = new EchoToken();
    private final HidDevice device =
            new HidDevice(new ReaderIdentity(0x20a0, 0x4108, 0x0101, "Nitrokey", "Nitrokey Pro", "5B3A"), token);
    private final Host host = new Host(device);

    private static byte[] report(int first) {
        var report = new byte[64];
        report[0] = (byte) first;
        return report;
    }

    static void set(UsbFunction device, int first) {
        device.control(Hex.bytes(SET_REPORT), report(first));
    }

    private String answerTo(int first) {
        set(device, first);
        return host.control(GET_REPORT);
    }

    @Test
    void describesTheDevice() {
        assertThat(host.control("80 06 0001 0000 1200"))
                .isEqualTo("12 01 1001 00 00 00 40 a020 0841 0101 01 02 03 01".replace(" ", ""));
        assertThat(host.control("80 06 0002 0000 ff00")).isEqualTo(CONFIGURATION);
        assertThat(Hex.text(device.configurationDescriptor())).isEqualTo(CONFIGURATION);
        assertThat(host.control("80 06 0303 0904 ff00")).isEqualTo("0a03 3500 4200 3300 4100".replace(" ", ""));
    }

    @Test
    void describesItsReports() {
        assertThat(host.control("81 06 0022 0000 ff00"))
                .isEqualTo(REPORT_DESCRIPTOR)
                .hasSize(2 * 42);
        assertThat(host.control("81 06 0021 0000 ff00")).isEqualTo(HID_DESCRIPTOR);
        assertThat(host.control("81 06 0022 0000 0700")).isEqualTo(REPORT_DESCRIPTOR.substring(0, 14));
    }

    @Test
    void carriesReportsToTheTokenAndAnswersBack() {
        device.reset();
        assertThat(answerTo(0x12)).isEqualTo("ed" + "ff".repeat(63));
        assertThat(token.events()).containsExactly("on", "12");
        assertThat(host.control("a1 01 0003 0000 0800")).isEqualTo("ed" + "ff".repeat(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1 01 0001 0000 4000", // input
                "a1 01 0103 0000 4000", // feature report number 1
                "a1 01 0003 0100 4000", // of the reader
                "a1 02 0000 0000 0100", // idle
                "21 09 0002 0000 4000", // output
                "21 09 0003 0000 4100", // longer than it is
                "21 0b 0000 0000 0000", // protocol
                "81 06 0023 0000 ff00", // physical
                "81 06 0022 0100 ff00", // the reader's reports
                "a1 03 0000 0000 0400", // data rates of what is no reader
                "c1 01 0003 0000 4000", // vendor's
            })
    void refusesAllElse(String setup) {
        assertThatThrownBy(() -> device.control(Hex.bytes(setup), report(1))).isInstanceOf(UsbStall.class);
        assertThat(token.events()).isEmpty();
    }

    @Test
    void refusesAReportOfAnotherLength() {
        assertThatThrownBy(() -> device.control(Hex.bytes(SET_REPORT), new byte[63]))
                .isInstanceOf(UsbStall.class)
                .hasMessage("a report of 63 bytes is not of 64 bytes");
    }

    @Test
    void takesTheIdleRateThatHostsSet() {
        assertThat(host.control("21 0a 0000 0000 0000")).isEmpty();
    }

    @Test
    void hasNothingToSayByItself() {
        assertThat(device.in(0x84, 8)).isEmpty();
        assertThatThrownBy(() -> device.out(0x84, new byte[8])).isInstanceOf(UsbStall.class);
        assertThatThrownBy(() -> device.in(0x83, 8)).isInstanceOf(UsbStall.class);
    }

    @Test
    void hasAReaderWithoutCard() {
        device.out(0x02, Hex.bytes("65 00000000 00 01 000000"));
        assertThat(device.in(0x82, 64)).contains(Hex.bytes("81000000000001020001"));
        device.out(0x02, Hex.bytes("62 00000000 00 02 000000"));
        assertThat(device.in(0x82, 64)).contains(Hex.bytes("8000000000000242fe00"));
        assertThat(host.control("a1 02 0000 0100 0400")).isEqualTo("100e0000");
        assertThatThrownBy(() -> device.in(0x02, 64)).isInstanceOf(UsbStall.class);
    }

    @Test
    void resumesOnlyTheInterfaceThatIsSetAnew() {
        host.control("02 03 0000 8200 0000");
        host.control("02 03 0000 8400 0000");
        host.control("01 0b 0000 0000 0000");
        assertThat(device.in(0x84, 8)).isEmpty();
        assertThatThrownBy(() -> device.in(0x82, 64)).isInstanceOf(UsbStall.class);
        host.control("01 0b 0000 0100 0000");
        assertThat(device.in(0x82, 64)).isEmpty();
    }

    @Test
    void servesNoInterfaceWithoutAConfiguration() {
        host.control("00 09 0000 0000 0000");
        assertThatThrownBy(() -> host.control(GET_REPORT)).isInstanceOf(UsbStall.class);
        host.control("00 09 0100 0000 0000");
        host.control(GET_REPORT);
        assertThat(token.events()).isEmpty();
    }

    @Test
    void isGoneWhenItsTokenLosesPowerUntilPluggedInAgain() {
        assertThatThrownBy(() -> set(device, 0x30)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> host.control(GET_REPORT)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> device.in(0x84, 8)).isInstanceOf(PowerLost.class);
        device.reset();
        assertThat(answerTo(0x12)).startsWith("ed");
    }

    @ParameterizedTest
    @CsvSource({"1, BEFORE, ''", "1, AFTER, 12", "2, BEFORE, 12", "2, AFTER, 12"})
    void canBePulledOutAtAnyTransfer(int transfer, Moment moment, String events) {
        var pulled = new PulledAt(transfer, moment, device);
        assertThatThrownBy(() -> {
                    set(pulled, 0x12);
                    new Host(pulled).control(GET_REPORT);
                })
                .isInstanceOf(PowerLost.class);
        assertThat(String.join(" ", token.events())).isEqualTo(events);
    }
}
