package fobsmith.firmware.flipper;

import java.util.ArrayList;
import java.util.List;

/** Several of a few words, or none of them, as a number of bits. */
record Choices(List<String> words) {
    private static final String NONE = "none";
    private static final int UNKNOWN = -1;

    /** The choice with this word added, or without all; -1 where it is no word of these. */
    int with(String word, int chosen) {
        if (word.equalsIgnoreCase(NONE)) {
            return 0;
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase(word)) {
                return chosen | 1 << i;
            }
        }
        return UNKNOWN;
    }

    boolean isUnknown(int chosen) {
        return chosen == UNKNOWN;
    }

    /** Every word, and every "and", with a colour of its own. */
    void print(int chosen, Colour colour, Output output) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            if ((chosen & 1 << i) != 0) {
                parts.add("\"%s\"".formatted(words.get(i)));
            }
        }
        if (parts.isEmpty()) {
            parts.add("\"%s\"".formatted(NONE));
        }
        output.text(colour, parts.removeFirst());
        parts.forEach(part -> output.text(colour, " and ").text(colour, part));
    }
}
