package fobsmith.seedfiles;

import java.util.Optional;
import java.util.OptionalInt;

/** A file's text as it may be shown to people: one line, of printable characters, of bounded length. Not for secrets. */
final class PrintableText {
    private PrintableText() {}

    /** Blanks collapsed, as in {@code xs:token}. */
    static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** What is wrong with a collapsed text, in words that follow its name. */
    static Optional<String> fault(String text, int longest) {
        if (text.length() > longest) {
            return Optional.of("is longer than %d characters".formatted(longest));
        }
        var unprintable = unprintable(text);
        return unprintable.isEmpty()
                ? Optional.empty()
                : Optional.of("holds a character that cannot be printed (U+%04X)".formatted(unprintable.getAsInt()));
    }

    private static OptionalInt unprintable(String text) {
        return text.codePoints()
                .filter(character ->
                        Character.isISOControl(character) || Character.getType(character) == Character.FORMAT)
                .findFirst();
    }
}
