package fobsmith.desk.stock;

import fobsmith.desk.Tasks;
import fobsmith.registry.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A long list of tokens of which only some pages are in memory: those last looked at. A page that is missing is fetched in the
 * background, one at a time, the newest wish first; wishes that were scrolled past are forgotten. Screen's thread.
 */
final class TokenPages {
    /** Rows of a page. */
    static final int ROWS = 100;

    /** Pages in memory. */
    static final int KEPT = 40;

    private static final int WISHES = 4;
    private static final int NONE = -1;

    private final Tasks tasks;
    private final IntFunction<List<Token>> source;
    private final Runnable arrived;
    private final Map<Integer, List<Token>> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
    private final Deque<Integer> wished = new ArrayDeque<>();
    private int asking = NONE;

    /**
     * Empty at first.
     *
     * @param source the rows of a page by its number, from 0; called away from the screen's thread
     * @param arrived told when a page has come
     */
    TokenPages(Tasks tasks, IntFunction<List<Token>> source, Runnable arrived) {
        this.tasks = tasks;
        this.source = source;
        this.arrived = arrived;
    }

    /** Empty where its page is not here yet, or has become shorter meanwhile. */
    Optional<Token> at(int index) {
        int page = index / ROWS;
        var rows = kept.get(page);
        if (rows == null) {
            wish(page);
            return Optional.empty();
        }
        int row = index % ROWS;
        return row < rows.size() ? Optional.of(rows.get(row)) : Optional.empty();
    }

    private void wish(int page) {
        if (page == asking) {
            return;
        }
        wished.remove(page);
        wished.addFirst(page);
        if (wished.size() > WISHES) {
            wished.removeLast();
        }
        if (asking == NONE) {
            ask();
        }
    }

    private void ask() {
        var page = wished.pollFirst();
        if (page == null) {
            return;
        }
        asking = page;
        tasks.create(() -> source.apply(page))
                .onSuccess(rows -> keep(page, rows))
                .andFinally(() -> {
                    asking = NONE;
                    ask();
                })
                .start();
    }

    private void keep(int page, List<Token> rows) {
        kept.put(page, rows);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        arrived.run();
    }

    /** How many pages are in memory. */
    int kept() {
        return kept.size();
    }
}
