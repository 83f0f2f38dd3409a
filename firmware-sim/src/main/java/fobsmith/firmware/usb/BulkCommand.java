package fobsmith.firmware.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A message from the host, CCID 1.10 section 6.1, and the forms of its answer, section 6.2. */
final class BulkCommand {
    static final int HEADER = 10;

    private static final int FAILED = 0x40;
    private static final int TIME_EXTENSION = 0x80;
    private static final byte[] NOTHING = {};
    private static final int STATUS_AT = 7;
    private static final int ERROR_AT = 8;

    private final ByteBuffer header;
    private final byte[] data;
    private final boolean whole;

    /**
     * @param received at least a header
     * @param whole whether just so many bytes came as the header announced, and not too many for the reader
     */
    BulkCommand(byte[] received, boolean whole) {
        this.header = ByteBuffer.wrap(Arrays.copyOf(received, HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        this.data = Arrays.copyOfRange(received, HEADER, received.length);
        this.whole = whole;
    }

    MessageType type() {
        return MessageType.of(byteAt(0));
    }

    int slot() {
        return byteAt(5);
    }

    int sequence() {
        return byteAt(6);
    }

    /** bPowerSelect, bProtocolNum or bBWI. */
    int firstParameter() {
        return byteAt(7);
    }

    /** wLevelParameter. */
    int level() {
        return Short.toUnsignedInt(header.getShort(8));
    }

    byte[] data() {
        return data.clone();
    }

    boolean isWhole() {
        return whole;
    }

    private int byteAt(int position) {
        return Byte.toUnsignedInt(header.get(position));
    }

    /** @param last the byte before the data: bChainParameter, bClockStatus or bProtocolNum */
    byte[] processed(IccStatus status, int last, byte[] answer) {
        return answer(status.value(), 0, last, answer);
    }

    byte[] failed(IccStatus status, int error) {
        return answer(FAILED | status.value(), error, 0, NOTHING);
    }

    byte[] failed(IccStatus status, SlotError error) {
        return failed(status, error.value());
    }

    /** @param multiplier of the block waiting time that the host should grant */
    byte[] moreTime(IccStatus status, int multiplier) {
        return answer(TIME_EXTENSION | status.value(), multiplier, 0, NOTHING);
    }

    /** The same answer with this bError, where it tells of a success and bError so means nothing. */
    static byte[] withSuccess(byte[] answer, int error) {
        if ((answer[STATUS_AT] & (FAILED | TIME_EXTENSION)) == 0) {
            answer[ERROR_AT] = (byte) error;
        }
        return answer;
    }

    private byte[] answer(int status, int error, int last, byte[] answer) {
        return ByteBuffer.allocate(HEADER + answer.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) type().answer())
                .putInt(answer.length)
                .put((byte) slot())
                .put((byte) sequence())
                .put((byte) status)
                .put((byte) error)
                .put((byte) last)
                .put(answer)
                .array();
    }
}
