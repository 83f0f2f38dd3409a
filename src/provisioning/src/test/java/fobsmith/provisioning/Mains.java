package fobsmith.provisioning;

import fobsmith.devices.Transport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the station gets its power from: knows every effect the station has on registry or token, and fails before or after
 * the one it is told.
 *
 * <p>An effect on the registry is a transaction, and a transaction begins by reading the clock in milliseconds, which is how
 * it is noticed here. After it is the same as before the next effect, since nothing is done between them that lasts; an
 * exchange has two ends, for the token may have done what the station never hears of.
 */
final class Mains implements InstantSource {
    /** What the station does that lasts. */
    enum Effect {
        TRANSACTION,
        EXCHANGE
    }

    private final InstantSource clock;
    private final List<Effect> effects = new ArrayList<>();
    private int failing;
    private int failingTransaction;
    private boolean afterwards;
    private boolean failed;

    Mains(InstantSource clock) {
        this.clock = clock;
    }

    /** Fails at the given effect, counted from 1: before it takes place, or when it has. */
    void failAt(int effect, boolean afterIt) {
        restore();
        failing = effect;
        afterwards = afterIt;
    }

    /** Fails before the given effect on the registry, counted from 1, whatever exchanges there are in between. */
    void failAtTransaction(int transaction) {
        restore();
        failingTransaction = transaction;
    }

    /** From now on every effect takes place; counts anew. */
    void restore() {
        failing = 0;
        failingTransaction = 0;
        failed = false;
        effects.clear();
    }

    /** Whether the power did fail. */
    boolean failed() {
        return failed;
    }

    /** What there was, in order. */
    List<Effect> effects() {
        return List.copyOf(effects);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    /** Only a transaction reads the clock this way. */
    @Override
    public long millis() {
        begin(Effect.TRANSACTION);
        return clock.millis();
    }

    /** A link to the token whose exchanges are effects. */
    Transport watch(Transport link) {
        return request -> {
            begin(Effect.EXCHANGE);
            var response = link.exchange(request);
            if (effects.size() == failing && afterwards) {
                throw cut();
            }
            return response;
        };
    }

    private void begin(Effect effect) {
        effects.add(effect);
        boolean due = effect == Effect.TRANSACTION && transactions() == failingTransaction;
        if (due || (effects.size() == failing && !afterwards)) {
            throw cut();
        }
    }

    private long transactions() {
        return effects.stream().filter(effect -> effect == Effect.TRANSACTION).count();
    }

    private PowerCut cut() {
        failed = true;
        return new PowerCut(effects.size());
    }
}
