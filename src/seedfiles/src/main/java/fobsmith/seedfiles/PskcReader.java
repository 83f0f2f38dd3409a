package fobsmith.seedfiles;

import fobsmith.oath.Seed;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the TOTP keys of an RFC 6030 key container one by one, in memory that does not depend on their number. Takes plain
 * values only; what it cannot take it refuses by name, and after an exception it reads no further.
 *
 * <p>The file may be hostile: it can name no document type, no entity and nothing outside itself, and one key package is
 * bounded in bytes, depth, attributes and text. Any namespace prefix will do, and no namespace at all; blank lines before
 * the XML declaration are passed over, and so is a byte order mark, but not both.
 *
 * <p>This is a rim: a secret passes through the XML parser's own buffers, which it overwrites as it reads on. The copies of
 * this package are wiped. Dates, drift and repeated serials are reported, not judged. One thread at a time.
 */
public final class PskcReader implements AutoCloseable {
    private static final String SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature";

    private final XmlCursor cursor;
    private final Function<byte[], Seed> seeds;
    private State state = State.BEFORE_THE_CONTAINER;
    private SignatureStatus signature = SignatureStatus.ABSENT;
    private long packages;

    private enum State {
        BEFORE_THE_CONTAINER,
        IN_THE_CONTAINER,
        AFTER_THE_CONTAINER,
        FAILED
    }

    PskcReader(InputStream file, Function<byte[], Seed> seeds) {
        this.cursor = new XmlCursor(file);
        this.seeds = seeds;
    }

    /** Takes the file over: it is closed with the reader, or here if it does not begin as XML does. */
    public static PskcReader open(InputStream file) {
        return new PskcReader(file, Seed::adopt);
    }

    /** The next key package, which the caller closes; nothing at the end of the container. */
    public Optional<KeyPackage> next() {
        var resumed = state;
        // Until the contrary is shown: half a container is not resumed.
        state = State.FAILED;
        return switch (resumed) {
            case BEFORE_THE_CONTAINER -> {
                openContainer();
                yield readNext();
            }
            case IN_THE_CONTAINER -> readNext();
            case AFTER_THE_CONTAINER -> {
                state = State.AFTER_THE_CONTAINER;
                yield Optional.empty();
            }
            case FAILED -> throw new IllegalStateException("the reader has failed before and reads no further");
        };
    }

    /** Whether the container bears a signature; known when {@link #next} has given its last package. */
    public SignatureStatus signature() {
        return signature;
    }

    private void openContainer() {
        cursor.root();
        if (!cursor.name().equals("KeyContainer")) {
            var name = cursor.localName() + (cursor.foreign() ? " of another namespace" : "");
            throw new SeedFileException.Refused(
                    "the file is not a key container of RFC 6030: its root element is %s".formatted(name));
        }
        var version = cursor.attribute("Version");
        if (!version.equals("1.0")) {
            throw new SeedFileException.Refused(
                    "the key container has version \"%s\"; this reader takes 1.0 only".formatted(version));
        }
    }

    private Optional<KeyPackage> readNext() {
        while (cursor.enterChild()) {
            switch (cursor.name()) {
                case "KeyPackage" -> {
                    return Optional.of(readPackage());
                }
                case "EncryptionKey" -> throw encrypted(protection());
                case "MACMethod" -> throw encrypted("MACMethod");
                case SIGNATURE, "Signature" -> skipSignature();
                case "Extensions" -> cursor.skip();
                default -> cursor.skipForeign();
            }
        }
        finish();
        return Optional.empty();
    }

    private KeyPackage readPackage() {
        var keyPackage = KeyPackageReader.read(cursor, seeds);
        cursor.packageRead();
        packages++;
        state = State.IN_THE_CONTAINER;
        return keyPackage;
    }

    private void skipSignature() {
        signature = SignatureStatus.NOT_VERIFIED;
        cursor.skip();
    }

    private void finish() {
        cursor.finish();
        if (packages == 0) {
            throw new SeedFileException.Malformed("the key container holds no key package");
        }
        state = State.AFTER_THE_CONTAINER;
    }

    /** The ways of RFC 6030 section 6, in the words of whoever has to ask the vendor for the key. */
    private String protection() {
        if (!cursor.enterChild()) {
            return "EncryptionKey";
        }
        return switch (cursor.localName()) {
            case "KeyName" -> "pre-shared key";
            case "DerivedKey" -> "password";
            case "X509Data" -> "certificate";
            default -> "EncryptionKey";
        };
    }

    private static SeedFileException encrypted(String how) {
        return new SeedFileException.Refused(
                "the container is encrypted (%s); this reader takes plain values only".formatted(how));
    }

    @Override
    public void close() {
        cursor.close();
    }
}
