package fobsmith.devices.pcsc;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;

/** APDUs to a card in a reader of the PC/SC service. After a failure nothing more is sent: every later exchange fails. */
final class CardTransport implements Transport {
    /** What Java itself takes from the service at most, and what it wants room for at least is less. */
    private static final int LONGEST_RESPONSE = 8192;

    private final Card card;
    private final String place;
    private final Runnable onClose;
    private final ByteBuffer response = ByteBuffer.allocate(LONGEST_RESPONSE);
    private @Nullable String ended;

    CardTransport(Card card, String place, Runnable onClose) {
        this.card = card;
        this.place = place;
        this.onClose = onClose;
    }

    @Override
    public byte[] exchange(byte[] request) {
        if (ended != null) {
            throw new DeviceException.LinkLost("%s is not spoken to any more: %s".formatted(place, ended));
        }
        try {
            response.clear();
            int length = card.getBasicChannel().transmit(ByteBuffer.wrap(request), response);
            return Arrays.copyOf(response.array(), length);
        } catch (CardException | IllegalStateException e) {
            ended = "%s is gone (%s)".formatted(place, CardErrors.code(e));
            throw new DeviceException.LinkLost(ended, e);
        }
    }

    @Override
    public void close() {
        if ("it has been closed".equals(ended)) {
            return;
        }
        ended = "it has been closed";
        try {
            card.endExclusive();
            card.disconnect(true);
        } catch (CardException | IllegalStateException _) {
            // The card or the service is gone, and the transaction with it.
        } finally {
            onClose.run();
        }
    }
}
