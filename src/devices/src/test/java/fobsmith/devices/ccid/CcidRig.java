package fobsmith.devices.ccid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.Links;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usb.UsbFunction;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Timeout;

/** What {@link CcidTransport} has to do, whatever its reader is plugged into. */
@Timeout(30)
/** A simulated reader with a card that echoes, and a conversation with it over some link. */
abstract class CcidRig {
    /** For answers that come, however busy the machine is. */
    static final CcidTiming PATIENT = CcidTiming.USUAL;

    /** For answers that never come. */
    static final CcidTiming HASTY = new CcidTiming(
            Duration.ofMillis(300), Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMillis(300));

    static final ReaderIdentity IDENTITY = new ReaderIdentity(0x1209, 0x0a7b, 0x0100, "", "", "");

    static final byte[] COMMAND = {0x00, 0x01, 0x02, 0x03};

    final EchoCard card = new EchoCard();

    final CcidReader reader = new CcidReader(IDENTITY, ExchangeLevel.SHORT_APDU, card);

    abstract Links link();

    interface Conversation {
        void hold(CcidTransport transport);
    }

    void with(UsbFunction device, CcidTiming timing, Conversation conversation) {
        try (var plugged = link().plug(device);
                var transport = CcidTransport.open(plugged.port().open(), timing)) {
            conversation.hold(transport);
        }
    }

    /** The exchange fails so, and from then on every other because of it. */
    void fails(CcidTransport transport, Class<? extends DeviceException> type, String message) {
        assertThatThrownBy(() -> transport.exchange(COMMAND)).isInstanceOf(type).hasMessageContaining(message);
        int commands = card.commands();
        assertThatThrownBy(() -> transport.exchange(COMMAND))
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessageContaining("not spoken to any more")
                .hasMessageContaining(message);
        assertThat(card.commands()).isEqualTo(commands);
    }

    static byte[] apdu(int length) {
        var apdu = new byte[length];
        new Random(length).nextBytes(apdu);
        return apdu;
    }
}
