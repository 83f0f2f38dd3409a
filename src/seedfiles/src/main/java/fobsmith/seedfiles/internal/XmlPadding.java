package fobsmith.seedfiles.internal;

import java.util.Arrays;
import javax.crypto.BadPaddingException;

/**
 * The padding of XML Encryption 1.0 section 5.2: the last byte says how many bytes were added, and the others among them
 * may be anything. That of PKCS #7 is a special case.
 */
final class XmlPadding {
    private XmlPadding() {}

    /** That of PKCS #7, which every reader of this padding takes. */
    static byte[] add(byte[] plain, int block) {
        int added = block - plain.length % block;
        var padded = Arrays.copyOf(plain, plain.length + added);
        Arrays.fill(padded, plain.length, padded.length, (byte) added);
        return padded;
    }

    static byte[] remove(byte[] padded, int block) throws BadPaddingException {
        int added = padded[padded.length - 1] & 0xff;
        if (added < 1 || added > block) {
            throw new BadPaddingException("the last byte is no length of a padding");
        }
        return Arrays.copyOf(padded, padded.length - added);
    }
}
