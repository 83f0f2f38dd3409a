package fobsmith.iam.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pattern with {@code *} for any characters and {@code ?} for one, as an automaton without backtracking: state n means that
 * n of the pattern's characters, stars not counted, are matched, and the states reached are bits. A text is read once, each
 * character costs one step for every 64 characters of the pattern, and no pattern is worse than another of its length.
 */
final class Glob {
    /** By character of the text, the states which it leads on from; where it is not named, those before a {@code ?}. */
    private final Map<Character, long[]> onward = new HashMap<>();

    private final long[] onwardForOthers;
    /** The states before a {@code *}, which every character leaves reached. */
    private final long[] lasting;

    private final int last;

    private Glob(List<Span> spans) {
        var literals = new ArrayList<Literal>();
        int states = 1 + spans.stream().mapToInt(span -> span.text().length()).sum();
        onwardForOthers = new long[words(states)];
        lasting = new long[words(states)];
        int state = 0;
        for (var span : spans) {
            for (char c : span.text().toCharArray()) {
                if (span.wild() && c == '*') {
                    set(lasting, state);
                    continue;
                }
                if (span.wild() && c == '?') {
                    set(onwardForOthers, state);
                } else {
                    literals.add(new Literal(c, state));
                }
                state++;
            }
        }
        last = state;
        literals.forEach(
                literal -> set(onward.computeIfAbsent(literal.character, _ -> onwardForOthers.clone()), literal.state));
    }

    private record Literal(char character, int state) {}

    static Glob of(String pattern) {
        return of(List.of(new Span(pattern, true)));
    }

    static Glob of(List<Span> spans) {
        return new Glob(spans);
    }

    boolean matches(CharSequence text) {
        var reached = new long[lasting.length];
        set(reached, 0);
        int length = text.length();
        for (int i = 0; i < length; i++) {
            advance(reached, onward.getOrDefault(text.charAt(i), onwardForOthers));
        }
        return (reached[last / Long.SIZE] & bit(last)) != 0;
    }

    private void advance(long[] reached, long[] leading) {
        long carried = 0;
        for (int word = 0; word < reached.length; word++) {
            long moving = reached[word] & leading[word];
            reached[word] = (moving << 1) | carried | (reached[word] & lasting[word]);
            carried = moving >>> (Long.SIZE - 1);
        }
    }

    private static int words(int states) {
        return (states + Long.SIZE - 1) / Long.SIZE;
    }

    private static void set(long[] states, int state) {
        states[state / Long.SIZE] |= bit(state);
    }

    private static long bit(int state) {
        return 1L << (state % Long.SIZE);
    }
}
