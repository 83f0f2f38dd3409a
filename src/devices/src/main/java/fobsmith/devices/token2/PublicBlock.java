package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;

/**
 * A profile as the token shows it to anybody: flag, title, two times, the way of its codes, and whether it carries a seed.
 * Only the last is relied upon: an empty profile may still have a title and show settings.
 */
record PublicBlock(boolean carriesSeed) {
    private static final byte[] TAGS_AND_LENGTHS = Apdu.of(0x95, 0x1f, 0x70, 0x1d);
    private static final int LENGTH = 33;

    /** @throws DeviceException.Malformed where a tag, a length or the last byte is not as published */
    static PublicBlock parse(byte[] data) {
        if (data.length != LENGTH) {
            throw new DeviceException.Malformed(
                    "the public block of a profile has %d bytes instead of %d".formatted(data.length, LENGTH));
        }
        for (int i = 0; i < TAGS_AND_LENGTHS.length; i++) {
            if (data[i] != TAGS_AND_LENGTHS[i]) {
                throw new DeviceException.Malformed(
                        "byte %d of the public block of a profile is no tag or length of it".formatted(i + 1));
            }
        }
        return new PublicBlock(
                switch (data[LENGTH - 1]) {
                    case 0 -> false;
                    case 1 -> true;
                    default ->
                        throw new DeviceException.Malformed(
                                "the public block of a profile does not say whether it carries a seed");
                });
    }
}
