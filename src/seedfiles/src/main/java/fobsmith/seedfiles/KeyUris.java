package fobsmith.seedfiles;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys in URIs: {@code otpauth}, each one key, and Google Authenticator's {@code otpauth-migration}, each some keys and maybe
 * one of several parts. An export that lacks a part is refused at the end, or reported where keys may be left out.
 */
final class KeyUris implements KeyEntries {
    private final UriSource source;
    private final OtpauthUri single;
    private final ReadingTerms terms;
    private final MigrationParts parts = new MigrationParts();
    private @Nullable MigrationPayload payload;
    private @Nullable ProtobufMessage migrated;
    private @Nullable SeedLine line;

    /** Where the URIs come from: lines of a text, codes of pictures. A URI is valid until the next is asked for. */
    interface UriSource extends AutoCloseable {
        Optional<SeedLine> next();

        @Override
        void close();
    }

    /** Takes the source over. */
    KeyUris(UriSource source, ReadingTerms terms) {
        this.source = source;
        this.terms = terms;
        single = new OtpauthUri(terms);
    }

    @Override
    public boolean advance() {
        while (!inPayload()) {
            var next = source.next();
            if (next.isEmpty()) {
                requireAllParts();
                return false;
            }
            line = next.get();
            if (line.startsWith(MigrationUri.SCHEME)) {
                openPayload(line);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                return true;
            }
        }
        return true;
    }

    private boolean inPayload() {
        migrated = payload == null ? null : payload.nextKey().orElse(null);
        return migrated != null;
    }

    private void openPayload(SeedLine uri) {
        closePayload();
        var part = MigrationPayload.of(uri);
        payload = part;
        if (!parts.add(uri, part)) {
            closePayload();
            terms.omissions()
                    .accept(Omission.harmless(
                            uri.number(), "%s: this part of the export was read before".formatted(uri.place())));
        }
    }

    private void requireAllParts() {
        parts.complaint().ifPresent(complaint -> {
            var fault = new SeedFileException.Refused(complaint, Leniency.LEAVE_OUT_UNUSABLE_KEYS);
            if (!terms.tolerate(Leniency.LEAVE_OUT_UNUSABLE_KEYS)) {
                throw fault;
            }
            terms.omissions().accept(new Omission(position(), fault));
        });
    }

    @Override
    public int position() {
        return line == null ? 1 : line.number();
    }

    @Override
    public KeyPackage key() {
        if (line == null) {
            throw new IllegalStateException("there is no entry to read");
        }
        return migrated == null ? single.key(line) : MigrationKey.read(line, migrated, terms);
    }

    private void closePayload() {
        if (payload != null) {
            payload.close();
        }
        payload = null;
    }

    @Override
    public void close() {
        closePayload();
        source.close();
    }
}
