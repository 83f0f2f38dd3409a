package fobsmith.devices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Notices tokens that are plugged in and pulled out, from one look to the next. One thread. */
public final class TokenWatch {
    private final TokenScanner scanner;
    private final Map<String, Candidate> there = new LinkedHashMap<>();

    public TokenWatch(TokenScanner scanner) {
        this.scanner = scanner;
    }

    /** What happened to a token between two looks. */
    public sealed interface Change {
        /** As it was read when it came. */
        Candidate token();

        /** It has been plugged in. */
        record Plugged(Candidate token) implements Change {}

        /** It has been pulled out. */
        record Pulled(Candidate token) implements Change {}
    }

    /**
     * What has changed since the look before, pulled tokens first; at the first look every token has been plugged in. Only tokens
     * that are new are opened. The tokens of a link that cannot be looked at have been pulled out, until it can.
     */
    public List<Change> look() {
        var changes = new ArrayList<Change>();
        var places = scanner.places();
        there.entrySet().removeIf(entry -> {
            boolean gone = !places.contains(entry.getKey());
            if (gone) {
                changes.add(new Change.Pulled(entry.getValue()));
            }
            return gone;
        });
        var fresh = new TreeSet<>(places);
        fresh.removeAll(there.keySet());
        if (!fresh.isEmpty()) {
            for (var token : scanner.scan(fresh)) {
                there.put(token.place(), token);
                changes.add(new Change.Plugged(token));
            }
        }
        return changes;
    }
}
