package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a station may know of a token of its registry.
 *
 * @param state as the registry had it when it wrote
 */
public record KnownToken(String serial, String manufacturer, String model, String state) {
    public KnownToken {
        requireNonNull(serial, "no serial");
        requireNonNull(manufacturer, "no manufacturer");
        requireNonNull(model, "no model");
        requireNonNull(state, "no state");
        key(serial);
        TokenState.parse(state);
    }

    private static String key(String serial) {
        return new SerialNumber.Hardware(serial).key();
    }

    static KnownToken of(Row row) {
        return new KnownToken(row.text("serial"), row.text("manufacturer"), row.text("model"), row.text("state"));
    }

    /** What a registry tells its stations: display-only fobs that nobody has are left out, however many there are. */
    static List<KnownToken> toBeTold(Query query) {
        return query.list(
                "SELECT serial, manufacturer, model, state FROM token WHERE kind = 'hardware'"
                        + " AND (physical_id IS NOT NULL OR state <> 'imported') AND " + PendingImports.VISIBLE
                        + " ORDER BY serial_key",
                KnownToken::of);
    }

    /** At a station: instead of what it was told before. */
    static void replaceAll(Transaction tx, List<KnownToken> tokens) {
        tx.update("DELETE FROM known_token");
        tx.updateEach(
                "INSERT INTO known_token (serial_key, serial, manufacturer, model, state) VALUES (?, ?, ?, ?, ?)",
                tokens.stream()
                        .map(token -> new @Nullable Object[] {
                            key(token.serial),
                            token.serial,
                            token.manufacturer,
                            token.model,
                            TokenState.parse(token.state).text()
                        })
                        .toList());
    }

    /** At a station; a registry knows none. */
    static List<KnownToken> all(Query query) {
        return query.list("SELECT * FROM known_token ORDER BY serial_key", KnownToken::of);
    }

    private static Optional<KnownToken> find(Query query, SerialNumber serial) {
        return query.find("SELECT * FROM known_token WHERE serial_key = ?", KnownToken::of, serial.key());
    }

    /** Refuses to write what is somebody's at the registry; there itself nothing is known, and nothing refused. */
    static void requireFree(Query query, SerialNumber serial) {
        find(query, serial)
                .map(token -> TokenState.parse(token.state))
                .filter(state -> !state.next().contains(TokenState.WRITING))
                .ifPresent(state -> {
                    throw new StationException.Taken(serial, state, OwnStation.service(query));
                });
    }
}
