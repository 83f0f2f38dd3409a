package fobsmith.seedfiles;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML that SafeNet (Aladdin) delivers with its eToken PASS: {@code Tokens/Token/Applications/Application} with a
 * hexadecimal Seed and a MovingFactor. Always HOTP with 6 digits; SHA-256 by a seed of 32 bytes, else SHA-1. A token without
 * serial or seed is left out and reported, as other systems do.
 */
final class SafeNetReader implements SeedFileReader {
    private static final int LONGEST_SERIAL = 64;
    private static final int SHA256_SEED = 32;

    private final XmlCursor cursor;
    private final ReadingTerms terms;
    private boolean begun;
    private boolean failed;
    private boolean ended;
    private int position;

    /** Takes the file over: it is closed with the reader, or here if it does not begin as XML does. */
    SafeNetReader(InputStream file, ReadingTerms terms) {
        cursor = new XmlCursor(file);
        this.terms = terms;
    }

    @Override
    public Optional<KeyPackage> next() {
        if (failed) {
            throw new IllegalStateException("the reader has failed before and reads no further");
        }
        // Until the contrary is shown: half a file is not resumed.
        failed = true;
        var found = ended ? Optional.<KeyPackage>empty() : search();
        failed = false;
        return found;
    }

    private Optional<KeyPackage> search() {
        if (!begun) {
            cursor.root();
            begun = true;
            if (!cursor.name().equals("Tokens")) {
                throw new SeedFileException.Refused(
                        "the file is none of SafeNet's: its root element is %s".formatted(cursor.localName()));
            }
        }
        while (cursor.enterChild()) {
            var key = readToken();
            cursor.packageRead();
            if (key.isPresent()) {
                return key;
            }
        }
        cursor.finish();
        ended = true;
        return Optional.empty();
    }

    private Optional<KeyPackage> readToken() {
        if (!cursor.name().equals("Token")) {
            throw cursor.unexpected();
        }
        position = cursor.line();
        int around = cursor.depth() - 1;
        try (var token = new Token(cursor, position)) {
            return token.read(terms);
        } catch (SeedFileException e) {
            if (!e.ofOneKey() || !terms.tolerate(Leniency.LEAVE_OUT_UNUSABLE_KEYS)) {
                throw e;
            }
            cursor.leaveTo(around);
            terms.omissions().accept(new Omission(position, e));
            return Optional.empty();
        }
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public SignatureStatus signature() {
        return SignatureStatus.ABSENT;
    }

    @Override
    public void close() {
        cursor.close();
    }

    /** One Token on its way; closing wipes a seed that was not handed over. */
    private static final class Token implements AutoCloseable {
        private final XmlCursor cursor;
        private final int line;
        private final String serial;
        private final Subject subject;
        private String counter = "";
        private byte @Nullable [] bytes;

        Token(XmlCursor cursor, int line) {
            this.cursor = cursor;
            this.line = line;
            serial = cursor.attribute("serial");
            subject = Subject.of(serial, "", line);
        }

        Optional<KeyPackage> read(ReadingTerms terms) {
            cursor.eachChild(name -> {
                switch (name) {
                    case "Applications" -> cursor.eachChild(Set.of("Application"), this::readApplication);
                    case "CaseModel", "Model", "ProductionDate", "ProductName" -> cursor.skip();
                    default -> cursor.skipForeign();
                }
            });
            var found = bytes;
            if (serial.isEmpty() || serial.length() > LONGEST_SERIAL || found == null) {
                terms.omissions().accept(Omission.harmless(line, "the token has no serial number or no seed"));
                return Optional.empty();
            }
            bytes = null;
            var draft = new KeyDraft(subject, serial);
            draft.manufacturer = "SafeNet";
            draft.type = "hotp";
            draft.counter = counter;
            draft.algorithm = found.length == SHA256_SEED ? "SHA256" : "SHA1";
            return Optional.of(draft.finish(found, terms));
        }

        private void readApplication(String name) {
            if (!name.equals("Application")) {
                throw cursor.unexpected();
            }
            if (bytes != null) {
                throw subject.refused("has seeds for several applications");
            }
            cursor.eachChild(part -> {
                switch (part) {
                    case "Seed" -> readSeed();
                    case "MovingFactor" -> counter = cursor.text(32);
                    default -> cursor.skip();
                }
            });
        }

        private void readSeed() {
            try (var text = new SecretText(new byte[SecretText.LONGEST])) {
                cursor.secret(text);
                bytes = text.hexadecimal()
                        .orElseThrow(() -> subject.malformed("has a seed that is not hexadecimal, in whole bytes"));
            }
        }

        @Override
        public void close() {
            if (bytes != null) {
                Arrays.fill(bytes, (byte) 0);
            }
        }
    }
}
