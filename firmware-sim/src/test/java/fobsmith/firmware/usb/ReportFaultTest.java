package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong between host and token; the token answers a report with its complement. */
class ReportFaultTest {
    private static final String ANSWER = "ed" + "ff".repeat(63);

    private final EchoToken token = new EchoToken();
    private final HidDevice device = new HidDevice(new ReaderIdentity(1, 2, 3, "", "", ""), token);
    private final Host host = new Host(device);

    private String answer() {
        HidDeviceTest.set(device, 0x12);
        return host.control(HidDeviceTest.GET_REPORT);
    }

    @Test
    void losesAReport() {
        HidDeviceTest.set(device, 0x55);
        host.control(HidDeviceTest.GET_REPORT);
        device.fault(ReportFault.REPORT_LOST, 1);
        assertThat(answer()).startsWith("aa");
        assertThat(token.events()).containsExactly("55");
        assertThat(answer()).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "REPORT_REFUSED, fobsmith.firmware.usb.UsbStall, ''",
        "REPORT_UNANSWERED, fobsmith.firmware.usb.UsbSilence, ''",
        "ANSWER_REFUSED, fobsmith.firmware.usb.UsbStall, 12",
        "ANSWER_LOST, fobsmith.firmware.usb.UsbSilence, 12",
    })
    void refusesOrSwallowsATransfer(ReportFault fault, Class<? extends Throwable> thrown, String events) {
        device.fault(fault, 1);
        assertThatThrownBy(this::answer).isInstanceOf(thrown);
        assertThat(String.join(" ", token.events())).isEqualTo(events);
        assertThat(answer()).isEqualTo(ANSWER);
    }

    @Test
    void repeatsTheAnswerBefore() {
        HidDeviceTest.set(device, 0x55);
        host.control(HidDeviceTest.GET_REPORT);
        device.fault(ReportFault.ANSWER_REPEATED, 2);
        assertThat(answer()).startsWith("aa");
        assertThat(host.control(HidDeviceTest.GET_REPORT)).startsWith("aa");
        assertThat(host.control(HidDeviceTest.GET_REPORT)).isEqualTo(ANSWER);
    }

    @Test
    void spoilsAnswers() {
        device.fault(ReportFault.ANSWER_EMPTY, 1);
        assertThat(answer()).isEmpty();
        device.fault(ReportFault.ANSWER_CUT, 1);
        assertThat(answer()).isEqualTo(ANSWER.substring(0, 64));
        device.fault(ReportFault.ANSWER_GARBLED, 1);
        assertThat(answer()).isEqualTo("12" + "00".repeat(63));
        device.fault(ReportFault.ANSWER_MISCHECKED, 1);
        assertThat(answer()).isEqualTo(ANSWER.substring(0, 126) + "fe");
        device.fault(ReportFault.ANSWER_OVERSIZED, 2);
        assertThat(answer()).isEqualTo(ANSWER);
        assertThat(host.control("a1 01 0003 0000 ff00")).isEqualTo(ANSWER + "00".repeat(16));
        assertThat(answer()).isEqualTo(ANSWER);
    }

    @Test
    void strikesUntilMended() {
        device.fault(ReportFault.ANSWER_EMPTY);
        assertThat(answer()).isEmpty();
        assertThat(answer()).isEmpty();
        device.mend();
        assertThat(answer()).isEqualTo(ANSWER);
    }
}
