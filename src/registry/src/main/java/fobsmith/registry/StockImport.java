package fobsmith.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import under way. Its tokens are written a slice at a time, each in a transaction of its own, and seen by nobody;
 * {@link #finish} makes them appear all at once, by one small change. So memory and the time for which others wait do not
 * grow with the file. Closed without that it takes back what it wrote. If the process dies, the next import of the same
 * origin goes on after the last slice, and looks whether the tokens before it are the same; any other import removes them.
 * One thread.
 */
public final class StockImport implements AutoCloseable {
    /** So many rows at a time: sign-ins wait no longer than these take. */
    private static final int SLICE = 200;

    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final Actor actor;
    private final ImportOrigin origin;
    private final @Nullable String replacing;
    private final ImportLock lock;
    private final PendingImports pending;
    private final List<NewToken> slice = new ArrayList<>(SLICE);
    private final long resumedAfter;
    private PendingImport standing;
    private long passed;
    private boolean finished;

    StockImport(
            Database database,
            AuditTrail audit,
            Vault vault,
            String id,
            Actor actor,
            ImportOrigin origin,
            @Nullable String replacing) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.actor = actor;
        this.origin = origin;
        this.replacing = replacing;
        lock = ImportLock.take(database.file());
        pending = new PendingImports(database);
        try {
            standing = pending.begin(id, origin, fingerprint(origin, replacing));
            resumedAfter = standing.taken();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What is replaced is staged, and refused otherwise: the one kind does not take up the other. */
    private static String fingerprint(ImportOrigin origin, @Nullable String replacing) {
        boolean mark = replacing != null && !origin.fingerprint().isEmpty();
        return mark ? origin.fingerprint() + " replacing" : origin.fingerprint();
    }

    /** How many tokens were taken before the import was broken off; 0 for one that has begun just now. */
    public long resumedAfter() {
        return resumedAfter;
    }

    /**
     * Takes one token more. Complaints may come with a later one, or at the end.
     *
     * @throws SerialStandsTwice if it was there already
     * @throws RegistryRefusal if the registry has this serial with another seed or profile and must keep it
     * @throws RegistryException.StaleImport if another token was taken in its place before the import was broken off
     */
    public void add(NewToken token) {
        slice.add(token);
        if (slice.size() == SLICE) {
            store();
        }
    }

    private void store() {
        if (!slice.isEmpty()) {
            if (passed < resumedAfter) {
                recognise();
            } else {
                standing = database.write(tx -> {
                    var stored = new ImportSlice(vault, standing.id(), replacing != null).store(tx, slice);
                    return standing.advance(tx, stored);
                });
            }
            passed += slice.size();
            slice.clear();
        }
    }

    private void recognise() {
        var taken = new ImportSlice(vault, standing.id(), replacing != null);
        if (passed + slice.size() > resumedAfter || !database.read(query -> taken.recognises(query, slice))) {
            throw new RegistryException.StaleImport(origin.name());
        }
    }

    /** Makes everything appear, and sets tokens, of this import or older ones, aside for users: all of it or nothing. */
    public ImportOutcome finish(List<Reservation> reservations) {
        store();
        if (passed < resumedAfter) {
            throw new RegistryException.StaleImport(origin.name());
        }
        var soFar = standing.outcome();
        var outcome = database.write(tx -> {
            replace(tx);
            PendingImports.end(tx, standing.id());
            int reserved = (int) reservations.stream()
                    .filter(reservation -> reservation.make(tx, audit, actor))
                    .count();
            if (soFar.changed()) {
                audit.append(tx, actor, AuditAction.IMPORT_TOKENS, standing.id(), detail(soFar));
            }
            return new ImportOutcome(soFar.added(), soFar.known(), soFar.replaced(), reserved);
        });
        finished = true;
        return outcome;
    }

    private Map<String, String> detail(ImportOutcome soFar) {
        return Map.of("source", origin.name(), "tokens", Integer.toString(soFar.added() + soFar.replaced()));
    }

    private void replace(Transaction tx) {
        if (replacing != null) {
            for (var replacement : tx.list(
                    "SELECT * FROM staged_token WHERE import_id = ? ORDER BY serial_key",
                    Replacement::of,
                    standing.id())) {
                replacement.make(tx, audit, actor, standing.id(), replacing);
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
