package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.usb.PulledAt.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerLostTest {
    private static final String SLOT_STATUS = "65 00000000 00 01 000000";

    private final TestCard card = TestCard.ofT1();
    private final CcidReader reader = Host.reader(card, ExchangeLevel.SHORT_APDU);

    @Test
    void leavesATransferUnanswered() {
        var host = new Host(reader);
        host.powerOn();
        assertThatThrownBy(() -> host.bulk("6f 04000000 00 02 00 0000 00300000"))
                .isInstanceOf(PowerLost.class);
        assertThatThrownBy(host::next).isInstanceOf(PowerLost.class);
        assertThatThrownBy(host::interrupt).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> host.bulk(SLOT_STATUS)).isInstanceOf(PowerLost.class);
        assertThatThrownBy(() -> host.control("80 08 0000 0000 0100")).isInstanceOf(PowerLost.class);
    }

    @Test
    void endsWhenPluggedInAgain() {
        var host = new Host(reader);
        host.powerOn();
        assertThatThrownBy(() -> host.bulk("6f 04000000 00 02 00 0000 00300000"))
                .isInstanceOf(PowerLost.class);
        reader.reset();
        assertThat(host.next()).isEmpty();
        assertThat(host.bulk(SLOT_STATUS)).isEqualTo("81000000000001010001");
        assertThat(card.events()).containsExactly("on", "00300000", "off");
    }

    /** Transfers 1 and 2 power the card on, 3 is the control transfer, 4 sends an APDU, 5 reads the answer. */
    @ParameterizedTest
    @CsvSource({
        "1, BEFORE, ''", "1, AFTER, on",
        "2, BEFORE, on", "2, AFTER, on",
        "3, BEFORE, on", "3, AFTER, on",
        "4, BEFORE, on", "4, AFTER, on 00100000",
        "5, BEFORE, on 00100000", "5, AFTER, on 00100000",
    })
    void comesAtAnyTransfer(int transfer, Moment moment, String events) {
        var pulled = new PulledAt(transfer, moment, reader);
        assertThatThrownBy(() -> converse(pulled))
                .isInstanceOf(PowerLost.class)
                .hasMessage("the cable was pulled at transfer %d".formatted(transfer));
        assertThatThrownBy(() -> converse(pulled)).isInstanceOf(PowerLost.class);
        assertThat(String.join(" ", card.events())).isEqualTo(events);
        pulled.reset();
        converse(pulled);
        assertThat(pulled.transfers()).isEqualTo(transfer + 5);
    }

    @Test
    void comesNotAtAllAfterTheLastTransfer() {
        var pulled = new PulledAt(6, Moment.BEFORE, reader);
        converse(pulled);
        assertThat(pulled.transfers()).isEqualTo(5);
        assertThat(pulled.deviceDescriptor()).isEqualTo(reader.deviceDescriptor());
        assertThat(pulled.configurationDescriptor()).isEqualTo(reader.configurationDescriptor());
    }

    private static void converse(UsbFunction device) {
        var host = new Host(device);
        host.powerOn();
        assertThat(host.next()).isEmpty();
        host.control("80 08 0000 0000 0100");
        assertThat(host.bulk("6f 04000000 00 02 00 0000 00100000")).isEqualTo("80060000000002000000" + "001000009000");
    }
}
