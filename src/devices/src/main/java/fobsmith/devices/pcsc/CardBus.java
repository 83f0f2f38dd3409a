package fobsmith.devices.pcsc;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/**
 * The readers of this machine's PC/SC service (pcscd), through the JDK's {@code javax.smartcardio}. Finds the service again when it
 * is restarted. Threads: the bus may be used by several, each open card by the one that opened it.
 */
public final class CardBus implements ReaderBus {
    /** Unless it is false, Java answers 61xx itself, with an instruction that is not YKOATH's, and cuts the answer short. */
    private static final String GETS_RESPONSES_ITSELF = "sun.security.smartcardio.t1GetResponse";

    /** Twice what keys wait to be touched, which is the longest that any card takes. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Duration limit;

    /** The cards that are open, by their readers, since Java has one connection to each; also those that were given up. */
    private final Map<String, CardTransport> open = new ConcurrentHashMap<>();

    private CardThread thread;
    private boolean closed;

    private CardBus(Duration limit) {
        this.limit = limit;
        this.thread = new CardThread(limit, () -> {});
    }

    /**
     * Opens nothing yet: whether the service runs shows when its cards are listed. The caller closes the bus.
     *
     * @throws DeviceException.Unavailable where Java was not started as it has to be
     */
    public static CardBus open() {
        return open(LIMIT);
    }

    /** @param limit how long an exchange with a card may last, and any other call into the service */
    static CardBus open(Duration limit) {
        if (!"false".equalsIgnoreCase(System.getProperty(GETS_RESPONSES_ITSELF))) {
            throw new DeviceException.Unavailable(
                    "this Java would answer smart cards in our stead",
                    "start fobsmith by its launcher, or Java with -D%s=false".formatted(GETS_RESPONSES_ITSELF));
        }
        return new CardBus(limit);
    }

    /**
     * {@inheritDoc} Every reader with a card in it.
     *
     * @throws DeviceException.Unavailable where the service does not run, or does not answer
     */
    @Override
    public List<CardPort> ports() {
        return ask(_ -> Terminals.list().stream()
                .filter(Terminals::hasCard)
                .map(this::port)
                .toList());
    }

    private interface Step<T> {
        T on(CardThread thread);
    }

    private <T> T ask(Step<T> step) {
        var asked = thread();
        try {
            return asked.ask(() -> step.on(asked));
        } catch (CardException e) {
            throw Terminals.unlistable(e);
        } catch (TimeoutException e) {
            throw CardErrors.silentService(e, limit);
        }
    }

    /**
     * In the place of one that is silent, another over another connection; the cards are let go of when that answers. One that has
     * not even begun stays: Java still makes the connection before, and would let no other begin either.
     */
    private synchronized CardThread thread() {
        if (thread.isSilent() && thread.hasBegun()) {
            var silent = thread;
            var itsCards = open.values().stream()
                    .filter(card -> card.thread() == silent)
                    .toList();
            silent.end(() -> itsCards.forEach(CardTransport::abandon));
            thread = new CardThread(limit, StaleService::forgetWherePossible);
        }
        return thread;
    }

    private CardPort port(CardTerminal terminal) {
        var name = terminal.getName();
        var here = open.get(name);
        return new CardReader(this, name, here == null ? Terminals.atr(terminal) : here.atr());
    }

    Transport open(String reader, boolean resets) {
        var opened = ask(asked -> connect(reader, resets, asked));
        try {
            opened.begin();
            return opened;
        } catch (TimeoutException e) {
            throw CardErrors.held(e, opened.place());
        }
    }

    private CardTransport connect(String reader, boolean resets, CardThread asked) {
        var place = "pcsc " + reader;
        var terminal = Terminals.list().stream()
                .filter(one -> one.getName().equals(reader))
                .findFirst()
                .orElseThrow(() -> new DeviceException.LinkLost(place + " is gone"));
        requireFree(terminal, place);
        var card = Terminals.connect(terminal, place);
        var opened = new CardTransport(card, place, resets, asked, gone -> forget(reader, gone));
        open.put(reader, opened);
        if (asked.isSilent()) {
            // Nobody waits for it any more.
            opened.abandon();
        }
        return opened;
    }

    private void requireFree(CardTerminal terminal, String place) {
        var here = open.get(terminal.getName());
        if (here != null && here.thread().isSilent()) {
            throw new DeviceException.Unavailable(
                    "%s is held up by a card that does not answer".formatted(place),
                    "plug in again what that card is in");
        }
        if (here != null || Terminals.isOpenHere(terminal)) {
            throw new DeviceException.Unavailable(
                    "this program holds %s already".formatted(place), "close the session with it first");
        }
    }

    /** A card that is given up twice is not taken for the next in its place. */
    private synchronized void forget(String reader, CardTransport gone) {
        open.remove(reader, gone);
        endWhereNobodyNeedsIt();
    }

    /** Cards that are still open stay so; each is closed by who opened it. */
    @Override
    public synchronized void close() {
        closed = true;
        thread();
        endWhereNobodyNeedsIt();
    }

    private void endWhereNobodyNeedsIt() {
        if (closed && open.isEmpty()) {
            thread.end(() -> {});
        }
    }
}
