package fobsmith.firmware.flash;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * One entry of a page: a word with key, length and the complement of both; the value; its CRC-32; a word of zeros that
 * commits it. They are programmed in this order. A header cut short is none, since its halves are no complements; so where
 * there is a header, its length can be relied upon, unless the flash is damaged.
 */
record Entry(Flash flash, int at) {
    /** The highest key, and the longest value in bytes. */
    static final int LARGEST = 255;

    private static final int COMMITTED = 0;

    static int words(int bytes) {
        return 1 + valueWords(bytes) + 2;
    }

    private static int valueWords(int bytes) {
        return (bytes + Integer.BYTES - 1) / Integer.BYTES;
    }

    static Entry write(Flash flash, int at, int key, byte[] value) {
        var entry = new Entry(flash, at);
        int content = (key << 8) | value.length;
        flash.program(at, (content << 16) | (~content & 0xffff));
        var padded = Arrays.copyOf(value, valueWords(value.length) * Integer.BYTES);
        for (int i = 0; i < padded.length; i += Integer.BYTES) {
            flash.program(at + 1 + i / Integer.BYTES, ByteBuffer.wrap(padded).getInt(i));
        }
        Arrays.fill(padded, (byte) 0);
        flash.program(entry.crcAt(), entry.crc());
        flash.program(entry.crcAt() + 1, COMMITTED);
        return entry;
    }

    boolean isErased() {
        return flash.read(at) == Flash.ERASED;
    }

    boolean hasHeader() {
        int header = flash.read(at);
        return header >>> 16 == (~header & 0xffff);
    }

    int key() {
        return flash.read(at) >>> 24;
    }

    private int bytes() {
        return (flash.read(at) >>> 16) & 0xff;
    }

    private int crcAt() {
        return at + 1 + valueWords(bytes());
    }

    /** @throws FlashException where the page is too short for it: no loss of power leaves such an entry */
    void requireFits(int end) {
        if (next().at() > end) {
            throw new FlashException(
                    "%s is damaged: the entry at word %d does not fit its page".formatted(flash.name(), at));
        }
    }

    Entry next() {
        return new Entry(flash, hasHeader() ? crcAt() + 2 : at + 1);
    }

    boolean isCommitted() {
        return hasHeader() && flash.read(crcAt() + 1) == COMMITTED && flash.read(crcAt()) == crc();
    }

    private int crc() {
        var crc = new CRC32();
        for (int word = at; word < crcAt(); word++) {
            crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, flash.read(word)));
        }
        return (int) crc.getValue();
    }

    /** Says that there is no value any more. */
    boolean isRemoval() {
        return bytes() == 0;
    }

    /** A copy of the value; the caller wipes it. */
    byte[] value() {
        var padded = ByteBuffer.allocate(valueWords(bytes()) * Integer.BYTES);
        for (int word = at + 1; word < crcAt(); word++) {
            padded.putInt(flash.read(word));
        }
        var value = Arrays.copyOf(padded.array(), bytes());
        Arrays.fill(padded.array(), (byte) 0);
        return value;
    }

    /** Overwrites the value of an entry that is superseded or was cut short: it may be a seed. */
    void wipe() {
        if (hasHeader()) {
            for (int word = at + 1; word < crcAt(); word++) {
                if (flash.read(word) != 0) {
                    flash.program(word, 0);
                }
            }
        }
    }
}
