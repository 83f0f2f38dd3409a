package fobsmith.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import under way. Its tokens are written a slice at a time, each in a transaction of its own, and seen by nobody;
 * {@link #finish} makes them appear all at once, by one small change. Closed without that it takes back what it wrote; if
 * the process dies, the next import does. So memory and the time for which others wait do not grow with the file. One
 * thread.
 */
public final class StockImport implements AutoCloseable {
    /** So many rows at a time: sign-ins wait no longer than these take. */
    private static final int SLICE = 200;

    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final Actor actor;
    private final String source;
    private final @Nullable String replacing;
    private final String id;
    private final ImportLock lock;
    private final PendingImports pending;
    private final List<NewToken> slice = new ArrayList<>(SLICE);
    private ImportOutcome soFar = new ImportOutcome(0, 0, 0, 0);
    private boolean finished;

    StockImport(
            Database database,
            AuditTrail audit,
            Vault vault,
            String id,
            Actor actor,
            String source,
            @Nullable String replacing) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.id = id;
        this.actor = actor;
        this.source = source;
        this.replacing = replacing;
        lock = ImportLock.take(database.file());
        pending = new PendingImports(database);
        try {
            pending.forgetAll();
            pending.begin(id, source);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Takes one token more. Complaints may come with a later one, or at the end.
     *
     * @throws SerialStandsTwice if it was there already
     * @throws RegistryRefusal if the registry has this serial with another seed or profile and must keep it
     */
    public void add(NewToken token) {
        slice.add(token);
        if (slice.size() == SLICE) {
            store();
        }
    }

    private void store() {
        if (!slice.isEmpty()) {
            var stored = database.write(tx -> new ImportSlice(tx, vault, id, replacing != null).store(slice));
            soFar = new ImportOutcome(
                    soFar.added() + stored.added(),
                    soFar.known() + stored.known(),
                    soFar.replaced() + stored.replaced(),
                    0);
            slice.clear();
        }
    }

    /** Makes everything appear, and sets tokens, of this import or older ones, aside for users: all of it or nothing. */
    public ImportOutcome finish(List<Reservation> reservations) {
        store();
        var outcome = database.write(tx -> {
            replace(tx);
            PendingImports.end(tx, id);
            int reserved = (int) reservations.stream()
                    .filter(reservation -> reservation.make(tx, audit, actor))
                    .count();
            if (soFar.changed()) {
                audit.append(tx, actor, AuditAction.IMPORT_TOKENS, id, detail());
            }
            return new ImportOutcome(soFar.added(), soFar.known(), soFar.replaced(), reserved);
        });
        finished = true;
        return outcome;
    }

    private Map<String, String> detail() {
        return Map.of("source", source, "tokens", Integer.toString(soFar.added() + soFar.replaced()));
    }

    private void replace(Transaction tx) {
        if (replacing != null) {
            for (var replacement : tx.list(
                    "SELECT * FROM staged_token WHERE import_id = ? ORDER BY serial_key", Replacement::of, id)) {
                replacement.make(tx, audit, actor, id, replacing);
            }
        }
    }

    @Override
    public void close() {
        try (lock) {
            slice.clear();
            if (!finished) {
                pending.forgetAll();
            }
        }
    }
}
