package fobsmith.devices.pcsc;

import fobsmith.devices.Bus;
import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/**
 * The readers of this machine's PC/SC service (pcscd), through the JDK's {@code javax.smartcardio}. Finds the service again when it
 * is restarted. Threads: the bus may be used by several, each open card by the one that opened it.
 */
public final class CardBus implements Bus {
    /** Unless it is false, Java answers 61xx itself, with an instruction that is not YKOATH's, and cuts the answer short. */
    private static final String GETS_RESPONSES_ITSELF = "sun.security.smartcardio.t1GetResponse";

    private static final String ANY_PROTOCOL = "*";
    private static final String NO_PROTOCOL = "none";
    private static final byte[] UNKNOWN = {};

    /** Answers to reset of the cards that are open, since Java has one connection to each. */
    private final Map<String, byte[]> open = new HashMap<>();

    private CardBus() {}

    /**
     * Opens nothing yet: whether the service runs shows when its cards are listed. The caller closes the bus.
     *
     * @throws DeviceException.Unavailable where Java was not started as it has to be
     */
    public static CardBus open() {
        if (!"false".equalsIgnoreCase(System.getProperty(GETS_RESPONSES_ITSELF))) {
            throw new DeviceException.Unavailable(
                    "this Java would answer smart cards in our stead",
                    "start fobsmith by its launcher, or Java with -D%s=false".formatted(GETS_RESPONSES_ITSELF));
        }
        return new CardBus();
    }

    /**
     * {@inheritDoc} Every reader with a card in it.
     *
     * @throws DeviceException.Unavailable where the service does not run
     */
    @Override
    public synchronized List<CardPort> ports() {
        return terminals().stream().filter(CardBus::hasCard).map(this::port).toList();
    }

    private CardPort port(CardTerminal terminal) {
        var name = terminal.getName();
        return new CardReader(this, name, open.containsKey(name) ? open.get(name) : atr(terminal));
    }

    /** Java tells it of a connection only. The card is left as it is, for whoever else is connected to it. */
    private static byte[] atr(CardTerminal terminal) {
        try {
            if (isOpenHere(terminal)) {
                return UNKNOWN;
            }
            var card = terminal.connect(ANY_PROTOCOL);
            var atr = card.getATR().getBytes();
            card.disconnect(false);
            return atr;
        } catch (CardException | IllegalStateException e) {
            return UNKNOWN;
        }
    }

    /**
     * Whether this program has a connection to the card already, as by another bus. Java would hand out the same one, and closing it
     * would close the other's; it tells by how it refuses a protocol that there is not.
     */
    private static boolean isOpenHere(CardTerminal terminal) {
        try {
            terminal.connect(NO_PROTOCOL);
            return false;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (CardException e) {
            return true;
        }
    }

    private static boolean hasCard(CardTerminal terminal) {
        try {
            return terminal.isCardPresent();
        } catch (CardException e) {
            // The reader was pulled out since it was listed.
            return false;
        }
    }

    private static List<CardTerminal> terminals() {
        try {
            return list();
        } catch (CardException e) {
            if (!CardErrors.isOfService(e)) {
                throw unlistable(e);
            }
            StaleService.forget();
            return listAnew();
        }
    }

    private static List<CardTerminal> listAnew() {
        try {
            return list();
        } catch (CardException e) {
            throw CardErrors.isOfService(e) ? CardErrors.noService(e) : unlistable(e);
        }
    }

    private static List<CardTerminal> list() throws CardException {
        try {
            return TerminalFactory.getInstance("PC/SC", null).terminals().list();
        } catch (NoSuchAlgorithmException e) {
            throw CardErrors.noService(e);
        } catch (CardException e) {
            if (CardErrors.isNoReader(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private static DeviceException unlistable(CardException e) {
        return new DeviceException.Unavailable(
                "the PC/SC service does not list its readers (%s)".formatted(CardErrors.code(e)),
                "restart it: systemctl restart pcscd",
                e);
    }

    synchronized Transport open(String reader, boolean resets) {
        var place = "pcsc " + reader;
        var terminal = terminals().stream()
                .filter(one -> one.getName().equals(reader))
                .findFirst()
                .orElseThrow(() -> new DeviceException.LinkLost(place + " is gone"));
        if (isOpenHere(terminal)) {
            throw new DeviceException.Unavailable(
                    "this program holds %s already".formatted(place), "close the session with it first");
        }
        var card = connect(terminal, place);
        open.put(reader, card.getATR().getBytes());
        return new CardTransport(card, place, resets, () -> forget(reader));
    }

    private static Card connect(CardTerminal terminal, String place) {
        try {
            return alone(terminal.connect(ANY_PROTOCOL));
        } catch (CardException | IllegalStateException e) {
            throw CardErrors.opening(e, place);
        }
    }

    /** Java keeps to a connection that is not ended, and would take the card for open here ever after. */
    static Card alone(Card card) throws CardException {
        try {
            card.beginExclusive();
            return card;
        } catch (CardException | IllegalStateException e) {
            CardTransport.quietly(() -> card.disconnect(false));
            throw e;
        }
    }

    private synchronized void forget(String reader) {
        open.remove(reader);
    }

    /** Cards that are still open stay so; each is closed by who opened it. */
    @Override
    public void close() {}
}
