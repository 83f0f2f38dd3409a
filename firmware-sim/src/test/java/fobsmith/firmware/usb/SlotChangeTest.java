package fobsmith.firmware.usb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** RDR_to_PC_NotifySlotChange: CCID 1.10 section 6.3.1. */
class SlotChangeTest {
    private final CcidReader reader = Host.reader(TestCard.ofT1(), ExchangeLevel.SHORT_APDU);
    private final Host host = new Host(reader);

    @Test
    void isQuietWhileNothingChanges() {
        reader.insertCard();
        assertThat(host.interrupt()).isEmpty();
    }

    @Test
    void tellsOnceThatTheCardWentOrCame() {
        reader.removeCard();
        assertThat(host.interrupt()).isEqualTo("5002");
        assertThat(host.interrupt()).isEmpty();
        reader.insertCard();
        assertThat(host.interrupt()).isEqualTo("5003");
        assertThat(host.interrupt()).isEmpty();
    }

    @Test
    void tellsOnlyHowItStandsNow() {
        reader.removeCard();
        reader.insertCard();
        assertThat(host.interrupt()).isEqualTo("5003");
        assertThat(host.interrupt()).isEmpty();
    }

    @Test
    void givesNoMoreThanAskedFor() {
        reader.removeCard();
        assertThat(reader.in(CcidReader.INTERRUPT_IN, 1)).contains(Hex.bytes("50"));
    }

    @Test
    void tellsItsListener() {
        var told = new AtomicInteger();
        reader.onReady(told::incrementAndGet);
        reader.removeCard();
        assertThat(told).hasValue(1);
        reader.insertCard();
        assertThat(told).hasValue(2);
    }
}
