package fobsmith.registry;

/** Text that comes from a station, as it may be shown to people: one line of printable characters, of bounded length. */
final class StationText {
    /** As in vendors' files. */
    static final int LONGEST = 256;

    static final int LONGEST_SERIAL = 64;

    private static final int LONGEST_REASON = 500;

    private StationText() {}

    /**
     * Refuses what could not be shown.
     *
     * @param what the text is, for the refusal
     */
    static void require(String what, String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("the %s is longer than %d characters".formatted(what, longest));
        }
        text.codePoints().filter(StationText::isUnprintable).findFirst().ifPresent(character -> {
            throw new IllegalArgumentException(
                    "the %s holds a character that cannot be printed (U+%04X)".formatted(what, character));
        });
    }

    /** With question marks for what cannot be printed, and cut. */
    static String cleaned(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_REASON)
                .forEach(character -> clean.appendCodePoint(isUnprintable(character) ? '?' : character));
        return clean.toString();
    }

    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
