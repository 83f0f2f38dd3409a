package fobsmith.firmware.serial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.usb.PowerLost;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CablePulledAtTest {
    private static final byte[] ADDING = "totp add one\rGEZDGNBVGY3TQOJQ\r".getBytes(ISO_8859_1);

    private final Flipper flipper = Flipper.of(
            FlipperDescription.of(FlipperDescription.FIRST_UID, "Ferris"),
            Flash.inMemory(),
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")));
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @Test
    void countsTheBytesOfAConversation() {
        var cable = new CablePulledAt(Integer.MAX_VALUE, CablePulledAt.Moment.BEFORE, flipper);
        cable.connect(heard::writeBytes);
        cable.receive(ADDING);
        assertThat(cable.bytes()).isEqualTo(ADDING.length);
    }

    @ParameterizedTest
    @EnumSource
    void isPulledAtEveryByteOnce(CablePulledAt.Moment moment) {
        flipper.openApplication();
        for (int at = 1; at <= ADDING.length; at++) {
            var cable = new CablePulledAt(at, moment, flipper);
            cable.connect(heard::writeBytes);
            int before = flipper.state().entries().size();
            assertThatThrownBy(() -> cable.receive(ADDING)).isInstanceOf(PowerLost.class);
            assertThatThrownBy(() -> cable.receive(ADDING)).isInstanceOf(PowerLost.class);
            boolean done = at == ADDING.length && moment == CablePulledAt.Moment.AFTER;
            assertThat(flipper.state().entries()).hasSize(done ? before + 1 : before);
            assertThat(heard.toString(ISO_8859_1)).doesNotContain("successfully");
            cable.connect(heard::writeBytes);
            cable.receive("date\r".getBytes(ISO_8859_1));
            assertThat(heard.toString(ISO_8859_1)).endsWith("date\r\n2026-11-23 12:00:00 1\r\n>: ");
            heard.reset();
        }
    }

    @AfterEach
    void close() {
        flipper.close();
    }
}
