package fobsmith.iam;

/** What a message repeats of a request: enough to recognise it by, however long it was. */
public final class Echo {
    private static final int LONGEST = 256;

    private Echo() {}

    public static String of(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        boolean splitsPair = Character.isHighSurrogate(value.charAt(LONGEST - 1));
        return value.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
    }
}
