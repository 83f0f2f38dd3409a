package fobsmith.devices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notices tokens that are plugged in and pulled out, from one look to the next. One thread. */
public final class TokenWatch {
    private final TokenScanner scanner;
    private final Arrivals arrivals = new Arrivals();
    private final Map<String, Watched> there = new LinkedHashMap<>();

    public TokenWatch(TokenScanner scanner) {
        this.scanner = scanner;
    }

    /** What happened to a token between two looks. */
    public sealed interface Change {
        /** As it was read last. */
        Candidate token();

        /** It has been plugged in. */
        record Plugged(Candidate token) implements Change {}

        /** It could not be opened or read when it came, and now was. */
        record Usable(Candidate token) implements Change {}

        /** It has been pulled out. */
        record Pulled(Candidate token) implements Change {}
    }

    /**
     * What has changed since the look before, pulled tokens first; at the first look every token has been plugged in. Only tokens
     * that are new are opened, and now and then those that could not be read; one that the PC/SC service may be about to take is new
     * some looks later. The tokens of a link that cannot be looked at have been pulled out, until it can.
     */
    public List<Change> look() {
        var now = new LinkedHashMap<String, Plugged>();
        scanner.settled(arrivals).forEach(one -> now.putIfAbsent(one.place(), one));
        var changes = new ArrayList<>(pulled(now));
        now.forEach((place, one) -> changes.addAll(changes(place, one)));
        return changes;
    }

    /** The tokens that are there, as they were read last. */
    public List<Candidate> present() {
        return there.values().stream().map(Watched::token).toList();
    }

    private List<Change> pulled(Map<String, Plugged> now) {
        var pulled = new ArrayList<Change>();
        there.entrySet().removeIf(entry -> {
            var one = now.get(entry.getKey());
            boolean gone = one == null || !entry.getValue().is(one);
            if (gone) {
                pulled.add(new Change.Pulled(entry.getValue().token()));
            }
            return gone;
        });
        return pulled;
    }

    private List<Change> changes(String place, Plugged one) {
        var known = there.get(place);
        if (known == null) {
            var met = new Watched(one, scanner.read(one));
            there.put(place, met);
            return List.of(new Change.Plugged(met.token()));
        }
        return known.becomesUsable(one, scanner) ? List.of(new Change.Usable(known.token())) : List.of();
    }
}
