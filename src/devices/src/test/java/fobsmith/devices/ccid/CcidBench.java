package fobsmith.devices.ccid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.links.Links;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usb.UsbFunction;
import java.util.Random;
import org.junit.jupiter.api.Timeout;

/** A simulated reader, whatever it is plugged into, and how it is spoken to. */
@Timeout(30)
abstract class CcidBench {
    /** For answers that come, however busy the machine is. */
    static final CcidTiming PATIENT = CcidTiming.USUAL;

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

    /** The same with a host that, once the reader is open, does not wait for answers that never come. */
    void hastily(UsbFunction device, Conversation conversation) {
        try (var plugged = link().plug(device)) {
            var hasty = new HastyHost(plugged.port().open());
            try (var transport = CcidTransport.open(hasty, PATIENT)) {
                hasty.hurry();
                conversation.hold(transport);
            }
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
