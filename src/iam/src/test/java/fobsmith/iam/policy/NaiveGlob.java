package fobsmith.iam.policy;

import java.util.List;

/** Globs by the book: what a pattern's first sign matches, and then the rest. Slow, and obviously right. */
final class NaiveGlob {
    /** A sign of a pattern; a wildcard only where it is wild. */
    record Sign(char character, boolean wild) {}

    private NaiveGlob() {}

    static List<Sign> signs(String pattern, boolean wild) {
        return pattern.chars().mapToObj(c -> new Sign((char) c, wild)).toList();
    }

    static boolean matches(List<Sign> pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        var first = pattern.getFirst();
        var rest = pattern.subList(1, pattern.size());
        if (first.wild() && first.character() == '*') {
            return matches(rest, text) || (!text.isEmpty() && matches(pattern, text.substring(1)));
        }
        boolean one =
                (first.wild() && first.character() == '?') || (!text.isEmpty() && text.charAt(0) == first.character());
        return !text.isEmpty() && one && matches(rest, text.substring(1));
    }
}
