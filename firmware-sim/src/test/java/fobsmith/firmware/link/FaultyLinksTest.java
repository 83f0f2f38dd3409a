package fobsmith.firmware.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.usb.CardSilence;
import fobsmith.firmware.usb.EchoTerminal;
import fobsmith.firmware.usb.EchoToken;
import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.usb.TestCard;
import fobsmith.firmware.usb.UsbSilence;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What faults do to the bytes of cards, reports and consoles. */
class FaultyLinksTest {
    private static final String ECHO = "00100102";
    private static final String OTHER = "00990000";

    private final LinkFaults faults = new LinkFaults();
    private final TestCard inner = TestCard.ofT1();
    private final FaultyCard card = new FaultyCard(inner, faults);
    private final EchoToken token = new EchoToken();
    private final FaultyReports reports = new FaultyReports(token, faults);
    private final EchoTerminal terminal = new EchoTerminal();
    private final FaultyConsole console = new FaultyConsole(terminal, faults);
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private void on(LinkFault fault, long times) {
        faults.on(new LinkFaults.Setting(fault, times, Duration.ZERO));
    }

    private String ask(String command) {
        return Hex.text(card.exchange(Hex.bytes(command)));
    }

    @Test
    void aCardSpoilsSoManyResponsesAndThenNoMore() {
        on(LinkFault.GARBAGE, 2);
        assertThat(ask(OTHER)).isEqualTo("92ff");
        assertThat(ask(OTHER)).isEqualTo("92ff");
        assertThat(ask(OTHER)).isEqualTo("6d00");
        on(LinkFault.SHORT, 1);
        assertThat(ask(ECHO)).isEqualTo("001001");
        on(LinkFault.OVERSIZED, 1);
        assertThat(ask(OTHER)).startsWith("6d0078787878").hasSize(2 * (2 + 4096));
        on(LinkFault.DELAY, 1);
        assertThat(ask(ECHO)).isEqualTo("001001029000");
    }

    @Test
    void aCardRepeatsTheResponseBeforeAndHasDoneWhatItWasTold() {
        ask(ECHO);
        on(LinkFault.REPEATED, 1);
        assertThat(ask(OTHER)).isEqualTo("001001029000");
        assertThat(ask(OTHER)).isEqualTo("6d00");
        assertThat(inner.events()).containsExactly(ECHO, OTHER, OTHER);
    }

    @Test
    void aCardIsSilentOrRestarts() {
        on(LinkFault.SILENCE, 1);
        assertThatThrownBy(() -> ask(ECHO)).isInstanceOf(CardSilence.class);
        on(LinkFault.RESET, 1);
        assertThat(ask(ECHO)).isEqualTo("001001029000");
        assertThat(inner.events()).containsExactly(ECHO, "off", "on", ECHO);
    }

    private byte[] report(int first) {
        var report = new byte[64];
        report[0] = (byte) first;
        reports.set(report);
        return reports.get();
    }

    @Test
    void reportsAreSpoiltUntilTheNextExchange() {
        on(LinkFault.GARBAGE, 1);
        assertThat(report(5)[0]).isEqualTo((byte) 5);
        assertThat(reports.get()[0]).isEqualTo((byte) 5);
        assertThat(report(5)[0]).isEqualTo((byte) ~5);
        on(LinkFault.SHORT, 1);
        assertThat(report(5)).hasSize(32);
        on(LinkFault.OVERSIZED, 1);
        assertThat(report(5)).hasSize(80);
        on(LinkFault.REPEATED, 1);
        report(6);
        assertThat(reports.get()[0]).as("the answer to 5").isEqualTo((byte) ~5);
        assertThat(report(7)[0]).isEqualTo((byte) ~7);
    }

    @Test
    void reportsAreSilentUntilThereIsPowerAnew() {
        on(LinkFault.SILENCE, 1);
        assertThatThrownBy(() -> report(5)).isInstanceOf(UsbSilence.class);
        assertThatThrownBy(reports::get).isInstanceOf(UsbSilence.class);
        reports.powerOn();
        assertThat(reports.get()).containsOnly(0);
        on(LinkFault.RESET, 1);
        assertThat(report(5)).containsOnly(0);
        assertThat(token.events()).containsExactly("05", "on", "off", "on");
    }

    private String type(String text) {
        heard.reset();
        console.receive(text.getBytes(US_ASCII));
        return heard.toString(US_ASCII);
    }

    @Test
    void aConsoleSpoilsWhatComesOfTheEndOfALine() {
        console.connect(heard::writeBytes);
        assertThat(heard.toString(US_ASCII)).isEqualTo("hello");
        on(LinkFault.SILENCE, 1);
        assertThat(type("ab\r")).isEqualTo("ab");
        assertThat(type("ab\r")).isEqualTo("ab\r");
        on(LinkFault.OVERSIZED, 1);
        assertThat(type("\r")).hasSize(65_537).startsWith("xxx").endsWith("x\r");
        on(LinkFault.RESET, 1);
        assertThat(type("ab\r")).as("nothing is behind an echo").isEqualTo("ab");
    }
}
