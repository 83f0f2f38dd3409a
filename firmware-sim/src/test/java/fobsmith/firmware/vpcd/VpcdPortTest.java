package fobsmith.firmware.vpcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.usb.TestCard;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Cards in the slots of a reader; a slot more than the reader has is none. */
class VpcdPortTest {
    @Test
    void putsCardsInAndTakesThemOut() throws IOException {
        try (var reader = new Reader();
                var port = new VpcdPort(reader.port())) {
            assertThat(port.take()).isZero();
            port.insert(TestCard.ofT1(), 0);
            reader.take();
            assertThat(reader.ask("04")).isEqualTo("3b800181");
            assertThat(port.isIn(0)).isTrue();
            port.remove(0);
            assertThat(reader.receive()).isEqualTo("gone");
            assertThat(port.isIn(0)).isFalse();
            port.insert(TestCard.ofT0(), 0);
            reader.take();
            assertThat(reader.ask("04")).isEqualTo("3b00");
        }
    }

    @Test
    void replacesACard() throws IOException {
        try (var reader = new Reader();
                var port = new VpcdPort(reader.port())) {
            port.insert(TestCard.ofT1(), 0);
            reader.take();
            port.insert(TestCard.ofT0(), 0);
            assertThat(reader.receive()).isEqualTo("gone");
            reader.take();
            assertThat(reader.ask("04")).isEqualTo("3b00");
        }
    }

    @Test
    void givesEachSlotToOneCardOnly() {
        try (var port = new VpcdPort(VpcdSlot.USUAL_PORT)) {
            assertThat(port.take()).isZero();
            assertThat(port.take()).isOne();
            port.giveBack(0);
            assertThat(port.take()).isZero();
            assertThat(port.take()).isEqualTo(2);
        }
    }

    @Test
    void refusesPortsThatAreNone() {
        assertThatThrownBy(() -> new VpcdPort(0)).hasMessage("port 0 is not between 1 and 65535");
        assertThatThrownBy(() -> new VpcdPort(65_536)).hasMessage("port 65536 is not between 1 and 65535");
    }
}
