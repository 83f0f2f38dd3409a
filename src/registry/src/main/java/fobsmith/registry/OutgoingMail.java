package fobsmith.registry;

/** A file of messages that a station sends. */
public final class OutgoingMail {
    private final byte[] bytes;
    private final int messages;

    OutgoingMail(byte[] bytes, int messages) {
        this.bytes = bytes;
        this.messages = messages;
    }

    /** What goes into the file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many messages are in it. */
    public int messages() {
        return messages;
    }
}
