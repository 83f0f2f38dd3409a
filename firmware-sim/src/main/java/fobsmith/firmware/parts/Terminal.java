package fobsmith.firmware.parts;

/**
 * A simulated token's text console, whatever wire it is on: bytes in, bytes out. Thread-safe. What was received is dealt with
 * before {@link #receive} returns, and the sink has all that came of it; a person at the token may cause more at any time.
 * Where the token has lost its power, its methods throw {@link fobsmith.firmware.usb.PowerLost}; {@link #connect} starts it
 * again.
 */
public interface Terminal {
    /** Where the token's bytes go. Called with the token in hand, from any thread: it must not block. */
    interface Sink {
        /** Takes the array over. */
        void write(byte[] bytes);
    }

    /** A host has opened the port and asserts DTR. It takes the place of the one before. */
    void connect(Sink sink);

    /** The host has closed the port, or the cable was pulled: what was half typed is gone. */
    void disconnect();

    /**
     * The token restarts, as after a crash, without leaving the wire: what it had in RAM is gone, and the host is greeted
     * again. What is no more than a console, without a token behind it, does nothing.
     */
    default void restart() {}

    /** Bytes from the host; without one, they are lost. */
    void receive(byte[] bytes);
}
