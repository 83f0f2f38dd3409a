package fobsmith.seedfiles;

import java.util.EnumSet;
import java.util.Set;

/**
 * On what terms a seed file is read.
 *
 * @param keys what opens it if it is encrypted
 * @param leniencies the departures from the standards that are tolerated
 * @param eventBased whether HOTP keys are taken as well as TOTP keys
 */
public record ReadingTerms(TransportKeys keys, Set<Leniency> leniencies, boolean eventBased) {
    /** Plain TOTP keys, and no leniency that weakens anything. */
    public static final ReadingTerms STRICT = new ReadingTerms(TransportKeys.NONE, Leniency.harmless(), false);

    public ReadingTerms {
        leniencies = Set.copyOf(leniencies);
    }

    /** The same, with these keys instead of those before. */
    public ReadingTerms openedBy(TransportKeys others) {
        return new ReadingTerms(others, leniencies, eventBased);
    }

    /** The same, tolerating this too. */
    public ReadingTerms tolerating(Leniency leniency) {
        var more = EnumSet.of(leniency);
        more.addAll(leniencies);
        return new ReadingTerms(keys, more, eventBased);
    }

    /** The same, without this leniency. */
    public ReadingTerms forbidding(Leniency leniency) {
        var fewer = EnumSet.of(leniency);
        fewer.addAll(leniencies);
        fewer.remove(leniency);
        return new ReadingTerms(keys, fewer, eventBased);
    }

    /** The same, taking HOTP keys too. */
    public ReadingTerms withEventBased() {
        return new ReadingTerms(keys, leniencies, true);
    }

    boolean tolerate(Leniency leniency) {
        return leniencies.contains(leniency);
    }
}
