package fobsmith.provisioning;

import fobsmith.devices.Transport;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Where the station gets its power from: counts every effect the station has on the registry or the token, and fails before
 * or after the one it is told.
 *
 * <p>An effect on the registry is a transaction, and a transaction begins by reading the clock in milliseconds, which is how
 * it is noticed here. Before the next effect is the same as after this one: between them nothing is done that lasts.
 */
final class Mains implements InstantSource {
    /** No cut: every effect takes place. */
    static final int NEVER = 0;

    private final InstantSource clock;
    private int failing = NEVER;
    private boolean afterwards;
    private int effects;

    Mains(InstantSource clock) {
        this.clock = clock;
    }

    /** Fails at the given effect, counted from 1: before it takes place, or when it has. */
    void failAt(int effect, boolean afterIt) {
        failing = effect;
        afterwards = afterIt;
        effects = 0;
    }

    void restore() {
        failAt(NEVER, false);
    }

    int effects() {
        return effects;
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    /** Only a transaction reads the clock this way. */
    @Override
    public long millis() {
        before();
        return clock.millis();
    }

    /** A link to the token whose exchanges are effects. */
    Transport watch(Transport link) {
        return request -> {
            before();
            var response = link.exchange(request);
            after();
            return response;
        };
    }

    private void before() {
        effects++;
        if (effects == failing && !afterwards) {
            throw new PowerCut(effects);
        }
    }

    private void after() {
        if (effects == failing && afterwards) {
            throw new PowerCut(effects);
        }
    }
}
