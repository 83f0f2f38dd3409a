package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/**
 * A seed file inside an OpenPGP message (RFC 9580), armoured or not, encrypted to a key or by a password. It must be protected
 * against changes, by a modification detection code or an AEAD mode, and what it holds is handed on only after that has been
 * checked: therefore it is decrypted whole, in memory. A signature inside it is not verified.
 */
final class OpenPgpMessage {
    private static final String ARMOUR = "-----BEGIN PGP MESSAGE-----";
    private static final String WHAT = "the OpenPGP message";

    private OpenPgpMessage() {}

    /** Whether a file that begins so is an OpenPGP message that is encrypted. */
    static boolean matches(byte[] head) {
        return SeedLine.of(1, head, 0, head.length).startsWith(ARMOUR) || isBinary(head);
    }

    /** A session key packet, by its tag and the version of its content (RFC 9580 sections 4.2, 5.1 and 5.3). */
    private static boolean isBinary(byte[] head) {
        if (head.length < 4) {
            return false;
        }
        int version = switch (head[0] & 0xff) {
            case 0x84, 0x8c -> head[2];
            case 0x85, 0x8d -> head[3];
            case 0xc1, 0xc3 -> (head[1] & 0xff) < 192 ? head[2] : head[3];
            default -> 0;
        };
        return version >= 3 && version <= 6;
    }

    /** The file, or what is inside it where it is such a message. Takes the file over. */
    static PeekedFile unwrapped(PeekedFile file, ReadingTerms terms) {
        if (!matches(file.head())) {
            return file;
        }
        var inner = new PeekedFile(decrypted(file, terms.keys()));
        if (matches(inner.head())) {
            return inner.orClose(() -> {
                throw new SeedFileException.Refused("the OpenPGP message holds another, which is not opened");
            });
        }
        return inner;
    }

    private static BoundedFile decrypted(InputStream file, TransportKeys keys) {
        try (var message = BoundedFile.of(file, WHAT)) {
            return decrypted(message.whole(), keys);
        } catch (SeedFileException e) {
            throw e;
        } catch (PGPException | IOException | RuntimeException _) {
            // Bouncy Castle meets hostile packets with exceptions of many kinds, and quotes them.
            throw new SeedFileException.Malformed(
                    "the OpenPGP message does not open: the key is wrong, or the file was changed or is cut off");
        }
    }

    private static BoundedFile decrypted(byte[] message, TransportKeys keys) throws PGPException, IOException {
        var objects = new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(message)));
        var first = objects.nextObject();
        while (first instanceof PGPMarker) {
            first = objects.nextObject();
        }
        if (!(first instanceof PGPEncryptedDataList list)) {
            throw new SeedFileException.Refused("the OpenPGP message is not encrypted");
        }
        if (!list.isIntegrityProtected() && !list.get(0).isAEAD()) {
            throw new SeedFileException.Refused(
                    "the OpenPGP message is not protected against changes (no integrity packet)");
        }
        var opened = new OpenPgpKeys(keys).open(list);
        return verified(opened.data(), opened.clear());
    }

    private static BoundedFile verified(PGPEncryptedData data, InputStream clear) throws PGPException, IOException {
        byte[] content = literal(new BcPGPObjectFactory(clear));
        try {
            // to the end, where the code stands that is to be checked
            Arrays.fill(BoundedFile.bytes(clear, WHAT), (byte) 0);
            if (!data.isAEAD() && !data.verify()) {
                throw new SeedFileException.Refused("the OpenPGP message was changed: its integrity check fails");
            }
            return new BoundedFile(content);
        } catch (PGPException | IOException | RuntimeException e) {
            Arrays.fill(content, (byte) 0);
            throw e;
        }
    }

    private static byte[] literal(PGPObjectFactory objects) throws PGPException, IOException {
        for (var object = objects.nextObject(); object != null; object = objects.nextObject()) {
            switch (object) {
                case PGPCompressedData compressed -> {
                    return literal(new BcPGPObjectFactory(compressed.getDataStream()));
                }
                case PGPLiteralData literal -> {
                    return BoundedFile.bytes(literal.getInputStream(), "the content of the OpenPGP message");
                }
                case PGPOnePassSignatureList _, PGPSignatureList _, PGPMarker _ -> {}
                default -> throw new SeedFileException.Refused("the OpenPGP message holds something else than a file");
            }
        }
        throw new SeedFileException.Malformed("the OpenPGP message holds no file");
    }
}
