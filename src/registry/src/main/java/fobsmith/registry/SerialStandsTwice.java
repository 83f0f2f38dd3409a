package fobsmith.registry;

/** One import brings two tokens with the same serial number; nothing of it is stored. */
public final class SerialStandsTwice extends RuntimeException {
    SerialStandsTwice(SerialNumber serial) {
        super("serial %s stands twice in the file".formatted(serial));
    }
}
