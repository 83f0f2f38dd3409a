package fobsmith.desk.stock;

import fobsmith.registry.TokenFilter;
import fobsmith.registry.TokenState;
import java.util.List;
import java.util.Map;

/**
 * What there is of what was asked for.
 *
 * @param counts how many in each state, whichever state the filter names
 * @param marks after which serial numbers pages begin, but for the first
 */
record StockView(TokenFilter filter, Map<TokenState, Long> counts, List<String> marks) {
    StockView {
        counts = Map.copyOf(counts);
        marks = List.copyOf(marks);
    }

    /** In any state. */
    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows of the list. */
    int size() {
        var state = filter.state();
        return Math.toIntExact(state == null ? all() : counts.getOrDefault(state, 0L));
    }
}
