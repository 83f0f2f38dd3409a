package fobsmith.devices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens that the PC/SC service may be about to take are left alone for their first looks: whoever opened one on USB would take it from
 * the service, or be told that somebody holds it. One thread.
 */
final class Arrivals {
    /** The look at which a token counts as left to us. */
    private static final int SETTLED = 3;

    private Map<Stand, Integer> looks = Map.of();

    /** What there is, without those that the service may still take. Every look has to be told. */
    List<Plugged> settled(Listing listing) {
        var counted = new HashMap<Stand, Integer>();
        listing.all().stream()
                .filter(Plugged::mayBeTaken)
                .map(Plugged::stand)
                .forEach(stand -> counted.put(stand, listing.readersAnswer() ? seenOnceMore(stand) : SETTLED));
        looks = counted;
        return listing.all().stream().filter(this::isSettled).toList();
    }

    private int seenOnceMore(Stand stand) {
        return Math.min(SETTLED, looks.getOrDefault(stand, 0) + 1);
    }

    private boolean isSettled(Plugged one) {
        return !one.mayBeTaken() || looks.getOrDefault(one.stand(), 0) >= SETTLED;
    }
}
