package fobsmith.seedfiles;

import fobsmith.oath.Seed;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the keys of an RFC 6030 key container one by one, in memory that does not depend on their number. What it cannot
 * take it refuses by name, and after an exception it reads no further.
 *
 * <p>An encrypted container is opened by the keys of the {@link ReadingTerms}. A value is decrypted only if its MAC is
 * right or its cipher notices changes by itself. Neither binds a seed to its serial number: within one file, whoever may
 * change it can swap seeds unnoticed, unless a signature is verified.
 *
 * <p>The file may be hostile: it can name no document type, no entity and nothing outside itself, and one key package is
 * bounded in bytes, depth, attributes and text. Any namespace prefix will do, and no namespace at all; blank lines before
 * the XML declaration are passed over, and so is a byte order mark, but not both.
 *
 * <p>This is a rim: a secret passes through the XML parser's own buffers, which it overwrites as it reads on. The copies of
 * this package are wiped. Dates, drift and repeated serials are reported, not judged. One thread at a time.
 */
public final class PskcReader implements SeedFileReader {
    private final XmlCursor cursor;
    private final Container container;
    private State state = State.BEFORE_THE_CONTAINER;
    private SignatureStatus signature = SignatureStatus.ABSENT;
    private long packages;
    private int position;

    private enum State {
        BEFORE_THE_CONTAINER,
        IN_THE_CONTAINER,
        AFTER_THE_CONTAINER,
        FAILED
    }

    PskcReader(InputStream file, ReadingTerms terms, Function<byte[], Seed> seeds) {
        this(new XmlCursor(terms.signers().isEmpty() ? file : SignedContainer.verified(file, terms)), terms, seeds);
    }

    private PskcReader(XmlCursor cursor, ReadingTerms terms, Function<byte[], Seed> seeds) {
        this.cursor = cursor;
        container = new Container(cursor, terms, new ContainerProtection(terms), seeds);
    }

    /** On strict terms; takes the file over: it is closed with the reader, or here if it does not begin as XML does. */
    public static PskcReader open(InputStream file) {
        return open(file, ReadingTerms.STRICT);
    }

    /**
     * On the caller's terms; takes the file over as {@link #open(InputStream)} does. Where the terms name signers the whole
     * file is verified first, in memory, and refused if it is not signed by one of them.
     */
    public static PskcReader open(InputStream file, ReadingTerms terms) {
        return new PskcReader(file, terms, Seed::adopt);
    }

    /**
     * As above, of a file that may be too large to be verified in memory. It is then gone through twice before, and the reader
     * refuses at the end a file that was changed meanwhile: nothing of it is to be used before {@link #next} answers nothing.
     */
    static PskcReader open(RepeatableFile file, ReadingTerms terms, int mostInMemory) {
        return terms.signers().isEmpty()
                ? open(file.open(), terms)
                : new PskcReader(
                        new XmlCursor(SignedContainer.verified(file, terms, mostInMemory)), terms, Seed::adopt);
    }

    /** The next key package, which the caller closes; nothing at the end of the container. */
    @Override
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

    @Override
    public int position() {
        return position;
    }

    /** Whether the container bears a signature; known when {@link #next} has given its last package. */
    @Override
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
                    var read = readPackage();
                    if (read.isPresent()) {
                        state = State.IN_THE_CONTAINER;
                        return read;
                    }
                }
                case "EncryptionKey" -> container.protection().readEncryptionKey(cursor);
                case "MACMethod" -> container.protection().readMacMethod(cursor);
                case "Signature" -> skipSignature();
                case "Extensions" -> cursor.skip();
                default -> cursor.skipForeign();
            }
        }
        finish();
        return Optional.empty();
    }

    private Optional<KeyPackage> readPackage() {
        var keyPackage = read();
        cursor.packageRead();
        packages++;
        return keyPackage;
    }

    private Optional<KeyPackage> read() {
        position = cursor.line();
        int around = cursor.depth() - 1;
        try {
            return Optional.of(KeyPackageReader.read(container));
        } catch (SeedFileException e) {
            if (!e.ofOneKey() || !container.terms().tolerate(Leniency.LEAVE_OUT_UNUSABLE_KEYS)) {
                throw e;
            }
            cursor.leaveTo(around);
            container.terms().omissions().accept(new Omission(position, e));
            return Optional.empty();
        }
    }

    private void skipSignature() {
        signature = container.terms().signers().isEmpty() ? SignatureStatus.NOT_VERIFIED : SignatureStatus.VERIFIED;
        cursor.skip();
    }

    private void finish() {
        cursor.finish();
        if (packages == 0) {
            throw new SeedFileException.Malformed("the key container holds no key package");
        }
        state = State.AFTER_THE_CONTAINER;
    }

    @Override
    public void close() {
        container.protection().close();
        cursor.close();
    }
}
