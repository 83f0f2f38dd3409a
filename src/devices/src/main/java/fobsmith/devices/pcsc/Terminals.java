package fobsmith.devices.pcsc;

import fobsmith.devices.DeviceException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/** The service's readers as Java has them, and what Java does not say of them by itself. One thread. */
final class Terminals {
    private static final String ANY_PROTOCOL = "*";
    private static final String NO_PROTOCOL = "none";
    private static final byte[] UNKNOWN = {};

    private Terminals() {}

    /** Java tells it of a connection only. The card is left as it is, for whoever else is connected to it. */
    static byte[] atr(CardTerminal terminal) {
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
    static boolean isOpenHere(CardTerminal terminal) {
        try {
            terminal.connect(NO_PROTOCOL);
            return false;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (CardException e) {
            return true;
        }
    }

    static boolean hasCard(CardTerminal terminal) {
        try {
            return terminal.isCardPresent();
        } catch (CardException e) {
            // The reader was pulled out since it was listed.
            return false;
        }
    }

    static List<CardTerminal> list() {
        try {
            return ask();
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
            return ask();
        } catch (CardException e) {
            throw CardErrors.isOfService(e) ? CardErrors.noService(e) : unlistable(e);
        }
    }

    private static List<CardTerminal> ask() throws CardException {
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

    static DeviceException unlistable(CardException e) {
        return new DeviceException.Unavailable(
                "the PC/SC service does not list its readers (%s)".formatted(CardErrors.code(e)),
                "restart it: systemctl restart pcscd",
                e);
    }

    static Card connect(CardTerminal terminal, String place) {
        try {
            return terminal.connect(ANY_PROTOCOL);
        } catch (CardException | IllegalStateException e) {
            throw CardErrors.opening(e, place);
        }
    }
}
