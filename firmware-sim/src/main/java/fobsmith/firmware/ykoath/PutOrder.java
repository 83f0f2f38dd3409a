package fobsmith.firmware.ykoath;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What PUT orders: id, key, then property and counter or not, in this order. */
final class PutOrder {
    static final int LONGEST_ID = 64;

    /** Type and algorithm, and digits, stand before the key. */
    private static final int BEFORE_KEY = 2;

    private static final int LONGEST_KEY = 64;
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 8;
    private static final int LENGTH_OF_COUNTER = 6;

    private final YubiKeyDescription description;
    private final TlvReader reader;

    private PutOrder(YubiKeyDescription description, byte[] data) {
        this.description = description;
        this.reader = new TlvReader(data);
    }

    /** The caller closes it. */
    static Credential parse(YubiKeyDescription description, byte[] data) {
        return new PutOrder(description, data).credential();
    }

    private Credential credential() {
        var id = requireId(reader.next(Tag.NAME));
        var value = reader.next(Tag.KEY);
        try {
            requireSensible(value);
            int properties = properties();
            long counter = counter();
            reader.requireEnd();
            var key = Arrays.copyOfRange(value, BEFORE_KEY, value.length);
            return new Credential(value[0], value[1], properties, id, key, Credential.isHotp(value[0]) ? counter : 0);
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    static byte[] requireId(byte[] id) {
        Refusal.unless(id.length > 0 && id.length <= LONGEST_ID, Refusal.WRONG_DATA);
        return id;
    }

    private void requireSensible(byte[] value) {
        Refusal.unless(value.length > BEFORE_KEY && value.length <= BEFORE_KEY + LONGEST_KEY, Refusal.WRONG_DATA);
        int kind = value[0] & 0xf0;
        Refusal.unless(kind == Credential.HOTP || kind == Credential.TOTP, Refusal.WRONG_DATA);
        Refusal.unless(Hash.of(value[0]).filter(description::knows).isPresent(), Refusal.WRONG_DATA);
        int fewest = description.has(Quirk.FOUR_DIGITS_SUFFICE) ? 4 : FEWEST_DIGITS;
        Refusal.unless(value[1] >= fewest && value[1] <= MOST_DIGITS, Refusal.WRONG_DATA);
    }

    private int properties() {
        if (!reader.isAt(Tag.PROPERTY)) {
            return 0;
        }
        // With a length byte, three bytes come before the counter or the end, else two.
        boolean withLength = reader.left() == 3 || reader.left() == 3 + LENGTH_OF_COUNTER;
        int properties = withLength && description.has(Quirk.PROPERTY_ALSO_WITH_LENGTH)
                ? reader.next(Tag.PROPERTY, 1)[0]
                : reader.nextBare(Tag.PROPERTY);
        int known = Credential.INCREASING | (description.knowsTouch() ? Credential.TOUCH : 0);
        Refusal.unless((properties & ~known) == 0, Refusal.WRONG_DATA);
        return properties;
    }

    private long counter() {
        return reader.isAt(Tag.INITIAL_COUNTER)
                ? Integer.toUnsignedLong(ByteBuffer.wrap(reader.next(Tag.INITIAL_COUNTER, Integer.BYTES))
                        .getInt())
                : 0;
    }
}
