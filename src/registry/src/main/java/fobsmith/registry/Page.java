package fobsmith.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Some rows in order, and whether more follow. */
public record Page<T>(List<T> items, boolean truncated) {
    public Page {
        items = List.copyOf(items);
    }

    /** Rows of all pages, one after the other. The listing is asked for what follows a row; nothing, for the first page. */
    public static <T> List<T> all(Function<Optional<T>, Page<T>> listing) {
        var rows = new ArrayList<T>();
        Page<T> page;
        do {
            page = listing.apply(rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast()));
            rows.addAll(page.items);
        } while (page.truncated);
        return rows;
    }

    /** From one row more than asked for. */
    static <T> Page<T> of(List<T> oneMore, int limit) {
        return oneMore.size() > limit ? new Page<>(oneMore.subList(0, limit), true) : new Page<>(oneMore, false);
    }
}
