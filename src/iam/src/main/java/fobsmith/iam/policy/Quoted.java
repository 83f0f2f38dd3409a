package fobsmith.iam.policy;

import java.util.List;
import java.util.stream.Collectors;

/** Somebody else's text within a sentence of ours: it may be long, and may hold what a terminal takes for a command. */
final class Quoted {
    private static final int LONGEST = 120;

    private Quoted() {}

    static String of(String text) {
        return '"' + bare(text) + '"';
    }

    static String all(List<String> texts) {
        return texts.stream().map(Quoted::of).collect(Collectors.joining(", "));
    }

    static String bare(String text) {
        var shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return shown.codePoints()
                .map(point -> isHarmless(point) ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
