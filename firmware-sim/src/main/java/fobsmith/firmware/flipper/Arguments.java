package fobsmith.firmware.flipper;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What stands behind a command, taken word by word. Words end at single blanks. */
final class Arguments {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,10}");

    private String rest;

    Arguments(String rest) {
        this.rest = rest.strip();
    }

    String rest() {
        return rest;
    }

    Optional<String> word() {
        return rest.isEmpty() ? Optional.empty() : Optional.of(take(firstBlank(), 0));
    }

    private int firstBlank() {
        int blank = rest.indexOf(' ');
        return blank < 0 ? rest.length() : blank;
    }

    private String take(int end, int quote) {
        var taken = rest.substring(quote, end);
        rest = rest.substring(end + quote).strip();
        return taken;
    }

    /** A word, or several in double quotes; a quote that does not end is part of a word. */
    Optional<String> perhapsQuoted() {
        int end = rest.startsWith("\"") ? rest.indexOf('"', 1) : -1;
        return end < 0 ? word() : Optional.of(take(end, 1));
    }

    /** A whole number; what is none stays. */
    OptionalInt number() {
        var first = rest.substring(0, firstBlank());
        if (!NUMBER.matcher(first).matches() || Long.parseLong(first) != (int) Long.parseLong(first)) {
            return OptionalInt.empty();
        }
        word();
        return OptionalInt.of(Integer.parseInt(first));
    }

    /** A whole number of these; what is none of them stays, or is lost. */
    OptionalInt number(int least, int most) {
        var number = number();
        return number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most
                ? number
                : OptionalInt.empty();
    }
}
