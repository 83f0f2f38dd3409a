package fobsmith.devices.ccid;

import fobsmith.devices.DeviceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A message of a reader to us: CCID 1.10 section 6.2. */
final class CcidMessage {
    static final int HEADER = 10;

    static final int DATA_BLOCK = 0x80;
    static final int SLOT_STATUS = 0x81;

    private static final int NO_CARD = 2;

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WANTS_TIME = 2;

    private final ByteBuffer bytes;

    /** A whole message. */
    CcidMessage(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The length of the message that begins with this header; a number without sign. */
    static long length(byte[] header) {
        return HEADER
                + Integer.toUnsignedLong(
                        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(1));
    }

    int type() {
        return unsigned(0);
    }

    int slot() {
        return unsigned(5);
    }

    /** bSeq: the number of the command that is answered. */
    int sequence() {
        return unsigned(6);
    }

    /** bError, or in a time extension the multiplier. */
    int error() {
        return unsigned(8);
    }

    /** bChainParameter. */
    int chain() {
        return unsigned(9);
    }

    byte[] data() {
        return Arrays.copyOfRange(bytes.array(), HEADER, bytes.capacity());
    }

    /** Section 6.2.6: the command goes on; this was not its answer yet. */
    boolean wantsTime() {
        return outcome() == WANTS_TIME;
    }

    boolean failedWith(int error) {
        return outcome() == FAILED && error() == error;
    }

    /** @throws DeviceException.LinkLost where the reader's slot is empty */
    CcidMessage requireCard() {
        if ((unsigned(7) & 0x03) == NO_CARD) {
            throw new DeviceException.LinkLost("no card in the reader");
        }
        return this;
    }

    /** @throws DeviceException where the command was not carried out */
    CcidMessage requireDone() {
        requireCard();
        if (failedWith(CcidError.ICC_MUTE)) {
            throw new DeviceException.LinkLost("the card in the reader does not answer");
        }
        if (outcome() != DONE) {
            throw new DeviceException.Malformed("the reader fails: " + CcidError.text(error()));
        }
        return this;
    }

    /** bmCommandStatus. */
    private int outcome() {
        return unsigned(7) >> 6;
    }

    private int unsigned(int at) {
        return Byte.toUnsignedInt(bytes.get(at));
    }
}
