package fobsmith.registry;

import fobsmith.oath.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seeds on their way out of the registry. Each token is in the audit trail, durably, before its seed is handed out: a
 * record too many is possible, one too few is not. Thread-safe.
 */
public final class SeedExport {
    private static final int SLICE = 200;
    private static final String EXPORTABLE =
            "SELECT * FROM token WHERE sealed_seed IS NOT NULL AND " + PendingImports.VISIBLE + " AND ";

    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final String id;
    private final Actor actor;
    private final String reason;
    private final String target;

    SeedExport(Database database, AuditTrail audit, Vault vault, String id, Actor actor, String reason, String target) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.id = id;
        this.actor = actor;
        this.reason = reason;
        this.target = target;
    }

    /** Takes one token and its seed, which is lent. */
    public interface Receiver {
        void take(Token token, Seed seed);
    }

    private record Sealed(Token token, SealedSeed seed) {
        static Sealed of(Row row) {
            return new Sealed(Token.of(row), SealedSeed.of(row));
        }
    }

    /** The token with this serial number; refused where the registry has no seed of it. */
    public void one(SerialNumber serial, Receiver receiver) {
        handOut(
                database.write(tx ->
                        recorded(tx, List.of(find(tx, serial).orElseThrow(() -> withoutSeed(tx, serial))))),
                receiver);
    }

    private static Optional<Sealed> find(Query query, SerialNumber serial) {
        return query.find(EXPORTABLE + "serial_key = ?", Sealed::of, serial.key());
    }

    private static RegistryRefusal withoutSeed(Query query, SerialNumber serial) {
        return TokenRegistry.find(query, serial)
                .<RegistryRefusal>map(
                        token -> new RegistryRefusal.WrongState(token, "the registry has no seed of it to export"))
                .orElseGet(() -> new RegistryRefusal.UnknownToken(serial.value()));
    }

    /** Every hardware token of which the registry has a seed, ordered by serial number; answers how many. */
    public int all(Receiver receiver) {
        int count = 0;
        var last = "";
        List<Sealed> slice;
        do {
            var from = last;
            slice = database.write(tx -> recorded(tx, after(tx, from)));
            handOut(slice, receiver);
            count += slice.size();
            last = slice.isEmpty() ? "" : slice.getLast().token.serial().key();
        } while (slice.size() == SLICE);
        return count;
    }

    private static List<Sealed> after(Query query, String serialKey) {
        return query.list(
                EXPORTABLE + "kind = 'hardware' AND serial_key > ? ORDER BY serial_key LIMIT " + SLICE,
                Sealed::of,
                serialKey);
    }

    private List<Sealed> recorded(Transaction tx, List<Sealed> slice) {
        var detail = Map.of("reason", reason, "export", id, "target", target);
        slice.forEach(one -> audit.append(tx, actor, AuditAction.EXPORT_SEED, one.token.auditSubject(), detail));
        return slice;
    }

    private void handOut(List<Sealed> slice, Receiver receiver) {
        for (var sealed : slice) {
            var token = sealed.token;
            try (var seed = vault.openSeed(token.id(), token.serial(), token.profile(), sealed.seed)) {
                receiver.take(token, seed);
            }
        }
    }
}
