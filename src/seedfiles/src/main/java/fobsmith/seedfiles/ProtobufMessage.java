package fobsmith.seedfiles;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Walks the fields of a message in the wire format of Protocol Buffers, as far as exports need it: whole numbers, byte
 * strings, texts and messages. Fields of other kinds are passed over; groups, long out of use, are refused.
 */
final class ProtobufMessage {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST_VARINT = 10;

    private final byte[] bytes;
    private final int end;
    private final Function<String, SeedFileException> malformed;
    private int position;
    private int field;
    private int wireType;
    private int from;
    private int length;
    private long number;

    /**
     * A message over these bytes, which are not copied.
     *
     * @param malformed makes the exception for a fault in these words
     */
    ProtobufMessage(byte[] bytes, Function<String, SeedFileException> malformed) {
        this(bytes, 0, bytes.length, malformed);
    }

    private ProtobufMessage(byte[] bytes, int start, int end, Function<String, SeedFileException> malformed) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
        this.malformed = malformed;
    }

    /** Moves to the next field; false at the message's end. */
    boolean next() {
        if (position == end) {
            return false;
        }
        long tag = varint();
        if (tag >>> 3 < 1 || tag >>> 3 > 536_870_911) {
            throw malformed.apply("a field number that Protocol Buffers do not know");
        }
        field = (int) (tag >>> 3);
        wireType = (int) (tag & 7);
        switch (wireType) {
            case VARINT -> number = varint();
            case FIXED64 -> take(8);
            case LENGTH_DELIMITED -> take(varint());
            case FIXED32 -> take(4);
            default -> throw malformed.apply("a kind of field that is not supported");
        }
        return true;
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (position == end) {
                throw malformed.apply("the message ends within a number");
            }
            byte next = bytes[position++];
            value |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw malformed.apply("a number of more than 10 bytes");
    }

    private void take(long count) {
        if (count < 0 || count > end - position) {
            throw malformed.apply("a field that is longer than its message");
        }
        from = position;
        length = (int) count;
        position += length;
    }

    /** The number of the field that it stands at. */
    int field() {
        return field;
    }

    /** The field as a whole number. */
    long number() {
        require(VARINT);
        return number;
    }

    /** The field as a message; its faults are told in the same way. */
    ProtobufMessage message() {
        require(LENGTH_DELIMITED);
        return new ProtobufMessage(bytes, from, from + length, malformed);
    }

    /** A copy of the field's bytes, which the caller wipes. */
    byte[] bytes() {
        require(LENGTH_DELIMITED);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    /** The field as text. Not for secrets. */
    String text() {
        require(LENGTH_DELIMITED);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException _) {
            throw malformed.apply("a text that is not UTF-8");
        }
    }

    private void require(int type) {
        if (wireType != type) {
            throw malformed.apply("field %d is of another kind than it should be".formatted(field));
        }
    }
}
