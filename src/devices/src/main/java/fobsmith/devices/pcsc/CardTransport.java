package fobsmith.devices.pcsc;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;

/**
 * APDUs to a card in a reader of the PC/SC service. After a failure nothing more is sent: every later exchange fails. The service
 * tells nothing of the time that a card asks for, as a key does that waits to be touched, and waits for a silent one without end:
 * the limit is ours.
 */
final class CardTransport implements Transport {
    /** What Java itself takes from the service at most, and what it wants room for at least is less. */
    private static final int LONGEST_RESPONSE = 8192;

    private static final String CLOSED = "it has been closed";

    private final Card card;
    private final String place;
    private final boolean resets;
    private final CardThread thread;
    private final Consumer<CardTransport> onClose;
    private final ByteBuffer response = ByteBuffer.allocate(LONGEST_RESPONSE);
    private @Nullable String ended;

    /**
     * @param resets whether the card is reset when this is closed, where it is still there
     * @param onClose once the service has let go of the card, which may be later than this is closed
     */
    CardTransport(Card card, String place, boolean resets, CardThread thread, Consumer<CardTransport> onClose) {
        this.card = card;
        this.place = place;
        this.resets = resets;
        this.thread = thread;
        this.onClose = onClose;
    }

    byte[] atr() {
        return card.getATR().getBytes();
    }

    String place() {
        return place;
    }

    /** Who speaks to the card. */
    CardThread thread() {
        return thread;
    }

    /**
     * Takes the card for this program alone; closes this where it cannot, for Java keeps to a connection that is not ended, and
     * would take the card for open here ever after.
     */
    void begin() throws TimeoutException {
        try {
            thread.ask(() -> {
                card.beginExclusive();
                return card;
            });
        } catch (CardException | IllegalStateException e) {
            ended = "it was not to be had";
            close();
            throw CardErrors.opening(e, place);
        }
    }

    @Override
    public byte[] exchange(byte[] request) {
        if (ended != null) {
            throw new DeviceException.LinkLost("%s is not spoken to any more: %s".formatted(place, ended));
        }
        try {
            return thread.ask(() -> transmit(request));
        } catch (CardException | IllegalStateException e) {
            throw lost("%s is gone (%s)".formatted(place, CardErrors.code(e)), e);
        } catch (TimeoutException e) {
            throw lost(
                    "%s has not answered within %d ms"
                            .formatted(place, thread.limit().toMillis()),
                    e);
        }
    }

    private byte[] transmit(byte[] request) throws CardException {
        response.clear();
        int length = card.getBasicChannel().transmit(ByteBuffer.wrap(request), response);
        if (length == 0) {
            // How some readers' drivers tell that the card was pulled out while it was asked.
            throw new CardException("it did not answer");
        }
        return Arrays.copyOf(response.array(), length);
    }

    private DeviceException lost(String why, Exception cause) {
        ended = why;
        return new DeviceException.LinkLost(why, cause);
    }

    /** A card of ours forgets who was there. One that is not must not be reset: pcscd would never find the next one. */
    @Override
    public void close() {
        if (CLOSED.equals(ended)) {
            return;
        }
        boolean reset = resets && ended == null;
        ended = CLOSED;
        quietly(() -> thread.ask(() -> letGo(reset)));
    }

    /** For the thread's last step: the connection is given up, and with it every card. */
    void abandon() {
        letGo(false);
    }

    private boolean letGo(boolean reset) {
        quietly(() -> {
            card.endExclusive();
            return card;
        });
        quietly(() -> {
            card.disconnect(reset);
            return card;
        });
        onClose.accept(this);
        return true;
    }

    private static void quietly(Callable<?> step) {
        try {
            step.call();
        } catch (Exception _) {
            // The card or the service is gone, and what it held with it; or the service is silent, and lets go when it
            // answers.
        }
    }
}
