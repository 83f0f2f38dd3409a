package fobsmith.devices.pcsc;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;

/**
 * APDUs to a card in a reader of the PC/SC service. After a failure nothing more is sent: every later exchange fails. An exchange
 * lasts for as long as the service waits for the card, which is as long as the card asks for more time, as a key does that waits to be
 * touched: PC/SC knows no bound of its own, and Java lets only the thread that opened a card speak to it or end that.
 */
final class CardTransport implements Transport {
    /** What Java itself takes from the service at most, and what it wants room for at least is less. */
    private static final int LONGEST_RESPONSE = 8192;

    private static final String CLOSED = "it has been closed";

    private final Card card;
    private final String place;
    private final boolean resets;
    private final Runnable onClose;
    private final ByteBuffer response = ByteBuffer.allocate(LONGEST_RESPONSE);
    private @Nullable String ended;

    /** @param resets whether the card is reset when this is closed, where it is still there */
    CardTransport(Card card, String place, boolean resets, Runnable onClose) {
        this.card = card;
        this.place = place;
        this.resets = resets;
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
            if (length == 0) {
                // How some readers' drivers tell that the card was pulled out while it was asked.
                throw lost("it did not answer", null);
            }
            return Arrays.copyOf(response.array(), length);
        } catch (CardException | IllegalStateException e) {
            throw lost(CardErrors.code(e), e);
        }
    }

    private DeviceException lost(String why, @Nullable Throwable cause) {
        ended = "%s is gone (%s)".formatted(place, why);
        return new DeviceException.LinkLost(ended, cause);
    }

    /** A card of ours forgets who was there. One that is not must not be reset: pcscd would never find the next one. */
    @Override
    public void close() {
        if (CLOSED.equals(ended)) {
            return;
        }
        boolean reset = resets && ended == null;
        ended = CLOSED;
        quietly(card::endExclusive);
        quietly(() -> card.disconnect(reset));
        onClose.run();
    }

    interface Step {
        void run() throws CardException;
    }

    static void quietly(Step step) {
        try {
            step.run();
        } catch (CardException | IllegalStateException _) {
            // The card or the service is gone, and what it held with it.
        }
    }
}
