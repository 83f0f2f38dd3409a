package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A tag of one byte, a length, a value; the length in BER's definite form of one to three bytes (ITU-T X.690 section 8.1.3). */
final class Tlv {
    private static final int ONE_BYTE_MORE = 0x81;
    private static final int TWO_BYTES_MORE = 0x82;

    private final int tag;
    private final byte[] value;

    private Tlv(int tag, byte[] value) {
        this.tag = tag;
        this.value = value;
    }

    int tag() {
        return tag;
    }

    /** Not a copy. */
    byte[] value() {
        return value;
    }

    /**
     * All that these bytes hold, in their order.
     *
     * @throws DeviceException.Malformed where they end within one, or a length has another form
     */
    static List<Tlv> parse(byte[] data) {
        var all = new ArrayList<Tlv>();
        int at = 0;
        while (at < data.length) {
            int lengthAt = at + 1;
            int from = lengthAt + lengthOfLength(data, lengthAt);
            int to = from + length(data, lengthAt, from);
            requireWithin(data, to);
            all.add(new Tlv(data[at] & 0xff, Arrays.copyOfRange(data, from, to)));
            at = to;
        }
        return List.copyOf(all);
    }

    private static int lengthOfLength(byte[] data, int at) {
        requireWithin(data, at + 1);
        int first = data[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        if (first != ONE_BYTE_MORE && first != TWO_BYTES_MORE) {
            throw new DeviceException.Malformed("the length of an object begins with %02X".formatted(first));
        }
        return first - 0x7f;
    }

    private static int length(byte[] data, int at, int end) {
        requireWithin(data, end);
        if (end - at == 1) {
            return data[at] & 0xff;
        }
        int length = 0;
        for (int i = at + 1; i < end; i++) {
            length = length << 8 | (data[i] & 0xff);
        }
        return length;
    }

    private static void requireWithin(byte[] data, int end) {
        if (end > data.length) {
            throw new DeviceException.Malformed(
                    "an object of the answer reaches to byte %d of %d".formatted(end, data.length));
        }
    }

    /** The first value with this tag. */
    static Optional<byte[]> find(List<Tlv> all, int tag) {
        return all.stream().filter(one -> one.tag == tag).map(Tlv::value).findFirst();
    }

    /** A value with its tag and length. It may be a key, so no copy is left behind. */
    static byte[] of(int tag, byte[] value) {
        var header = header(tag, value.length);
        var all = Arrays.copyOf(header, header.length + value.length);
        System.arraycopy(value, 0, all, header.length, value.length);
        return all;
    }

    private static byte[] header(int tag, int length) {
        if (length > 0xff) {
            return Apdu.of(tag, TWO_BYTES_MORE, length >> 8, length);
        }
        return length > 0x7f ? Apdu.of(tag, ONE_BYTE_MORE, length) : Apdu.of(tag, length);
    }
}
