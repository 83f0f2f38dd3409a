package fobsmith.devices.links;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What udev sends to those who watch devices come and go: libudev's monitor format, magic feedcafe. */
final class UdevEvent {
    private static final int HEADER = 40;
    private static final int MAGIC = 0xfeedcafe;

    private UdevEvent() {}

    /** Those who watch filter by the hashes of subsystem and device type before they read the properties. */
    static byte[] datagram(List<String> properties) {
        var text = (String.join("\0", properties) + "\0").getBytes(US_ASCII);
        return ByteBuffer.allocate(HEADER + text.length)
                .put("libudev\0".getBytes(US_ASCII))
                .putInt(MAGIC)
                .order(ByteOrder.nativeOrder())
                .putInt(HEADER)
                .putInt(HEADER)
                .putInt(text.length)
                .order(ByteOrder.BIG_ENDIAN)
                .putInt(hash("usb"))
                .putInt(hash("usb_device"))
                .putLong(0)
                .put(text)
                .array();
    }

    /** MurmurHash2 with seed 0, by Austin Appleby, public domain. */
    private static int hash(String text) {
        int multiplier = 0x5bd1e995;
        var bytes = ByteBuffer.wrap(text.getBytes(US_ASCII)).order(ByteOrder.LITTLE_ENDIAN);
        int hash = bytes.remaining();
        while (bytes.remaining() >= Integer.BYTES) {
            int word = bytes.getInt() * multiplier;
            hash = hash * multiplier ^ (word ^ word >>> 24) * multiplier;
        }
        if (bytes.hasRemaining()) {
            int last = 0;
            for (int shift = 0; bytes.hasRemaining(); shift += Byte.SIZE) {
                last |= (bytes.get() & 0xff) << shift;
            }
            hash = (hash ^ last) * multiplier;
        }
        hash = (hash ^ hash >>> 13) * multiplier;
        return hash ^ hash >>> 15;
    }
}
