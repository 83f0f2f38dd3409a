package fobsmith.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import under way. Its tokens are written a slice at a time, each in a transaction of its own, and seen by nobody;
 * {@link #finish} makes them appear all at once, by one small change. So memory and the time for which others wait do not
 * grow with the file. What it changes of tokens that others see changes with that, so there is a bound to it. Closed without
 * an end it takes back what it wrote. If the process dies, or {@link #keep} was called, the next import of the same origin
 * goes on after the last slice, and looks whether the tokens before it are the same; any other import removes them. One
 * thread.
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
    private int announced;
    private boolean stays;

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
     * Says how many tokens will be set aside at the end, so that too many are refused before the file is read.
     *
     * @throws RegistryRefusal.TooManyAtOnce if they are
     */
    public void announce(int reservations) {
        OneMoment.requireRoom(reservations + standing.outcome().replaced());
        announced = reservations;
    }

    /**
     * Takes one token more. Complaints may come with a later one, or at the end.
     *
     * @throws SerialStandsTwice if it was there already
     * @throws RegistryRefusal if the registry has this serial with another seed or profile and must keep it,
     *     or more would be replaced than others can wait for
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
                    OneMoment.requireRoom(announced + standing.outcome().replaced() + stored.replaced());
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
        OneMoment.requireRoom(reservations.size() + soFar.replaced());
        var outcome = database.write(tx -> {
            if (replacing != null) {
                new Replacement(audit, actor, standing.id(), replacing).make(tx);
            }
            PendingImports.end(tx, standing.id());
            int reserved = Reservation.makeAll(tx, audit, actor, reservations);
            if (soFar.changed()) {
                audit.append(tx, actor, AuditAction.IMPORT_TOKENS, standing.id(), detail(soFar));
            }
            return soFar.withReserved(reserved);
        });
        stays = true;
        return outcome;
    }

    private Map<String, String> detail(ImportOutcome soFar) {
        return Map.of("source", origin.name(), "tokens", Integer.toString(soFar.added() + soFar.replaced()));
    }

    /**
     * Leaves what was taken where it is when this is closed, for the next import of the same origin: where the import is
     * broken off by something that is not in its file.
     *
     * @return how many tokens stay; 0 where there are none, or the origin cannot be known again
     */
    public long keep() {
        stays = !origin.fingerprint().isEmpty() && standing.taken() > 0;
        return stays ? standing.taken() : 0;
    }

    @Override
    public void close() {
        try (lock) {
            slice.clear();
            if (!stays) {
                pending.forgetAll();
            }
        }
    }
}
