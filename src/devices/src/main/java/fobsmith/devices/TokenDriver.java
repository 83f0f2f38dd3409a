package fobsmith.devices;

/** Knows one model: tells it from others and opens sessions with it. Thread-safe; has no state. */
public interface TokenDriver {
    /** Maker and model, as shown: {@code Token2 Molto2}. */
    String manufacturer();

    String model();

    /** Whether what is plugged in here is of this model, by its ids alone; a port of a link it does not know is not. */
    boolean recognises(Port port);

    /**
     * Whether what it recognises is of its model. Where ids say too little for that, opening shows it: what is {@link
     * DeviceException.Unsupported} then was none, and nobody is told of it.
     */
    default boolean isSure() {
        return true;
    }

    /**
     * Whether its tokens on USB are smart cards with a reader of their own. The PC/SC service, where it runs, takes such a token some
     * tenths of a second after it was plugged in.
     */
    default boolean hasOwnReader() {
        return false;
    }

    /**
     * Opens a session, which takes the token for itself until it is closed. The port is one that was recognised.
     *
     * @throws DeviceException where the token cannot be opened or is not what its ids say; nothing stays claimed then
     */
    TokenSession open(Port port);
}
