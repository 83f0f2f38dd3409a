package fobsmith.devices;

/** How a smart card says what came of a command: SW1 and SW2 of ISO/IEC 7816-4 section 5.6. */
public record StatusWord(int value) {
    public StatusWord {
        if (value < 0 || value > 0xffff) {
            throw new IllegalArgumentException("status word %x does not fit in two bytes".formatted(value));
        }
    }

    /** The last two bytes of a response. */
    public static StatusWord of(byte[] response) {
        if (response.length < 2) {
            throw new DeviceException.Malformed("a response of %d bytes has no status word".formatted(response.length));
        }
        return new StatusWord(((response[response.length - 2] & 0xff) << 8) | (response[response.length - 1] & 0xff));
    }

    /** 9000: done. */
    public boolean isOk() {
        return value == 0x9000;
    }

    /** The first byte. */
    public int sw1() {
        return value >> 8;
    }

    /** The second byte. */
    public int sw2() {
        return value & 0xff;
    }

    @Override
    public String toString() {
        return "%04X".formatted(value);
    }
}
