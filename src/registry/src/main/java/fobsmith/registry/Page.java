package fobsmith.registry;

import java.util.List;

/** Some rows in order, and whether more follow. */
public record Page<T>(List<T> items, boolean truncated) {
    public Page {
        items = List.copyOf(items);
    }

    /** From one row more than asked for. */
    static <T> Page<T> of(List<T> oneMore, int limit) {
        return oneMore.size() > limit ? new Page<>(oneMore.subList(0, limit), true) : new Page<>(oneMore, false);
    }
}
