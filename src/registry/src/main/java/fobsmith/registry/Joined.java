package fobsmith.registry;

import java.util.Optional;

/** A station that knows its registry, as a transaction sees it. */
final class Joined {
    private final String account;
    private final int number;
    private final byte[] registryKey;
    private final long lastSequence;
    private final long letterAt;

    private Joined(Row row) {
        account = row.text("account_id");
        number = (int) row.number("number");
        registryKey = row.bytes("registry_key");
        lastSequence = row.number("last_sequence");
        letterAt = row.number("letter_at");
    }

    static Optional<Joined> find(Query query) {
        return query.find("SELECT * FROM own_station, registry WHERE number IS NOT NULL", Joined::new);
    }

    static Joined get(Query query) {
        return find(query)
                .orElseThrow(
                        () -> new StationException.NotReady(
                                "this station has not joined a registry",
                                "register its public key there (\"fobsmith key register-station\"), then \"fobsmith station join\""));
    }

    String account() {
        return account;
    }

    int number() {
        return number;
    }

    byte[] registryKey() {
        return registryKey;
    }

    long lastSequence() {
        return lastSequence;
    }

    /** When the registry wrote the last letter that was read here; milliseconds since the epoch. */
    long letterAt() {
        return letterAt;
    }
}
