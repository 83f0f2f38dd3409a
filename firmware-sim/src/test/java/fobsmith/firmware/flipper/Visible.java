package fobsmith.firmware.flipper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/** Bytes of a console as text in which nothing is hidden, and back: {@code \e \r \n \t \b}, and {@code \xNN} for others. */
final class Visible {
    private static final String HIDDEN = "\u001b\r\n\t\b";
    private static final String SHOWN = "erntb";
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x..|.)");

    private Visible() {}

    static String text(byte[] bytes) {
        var text = new StringBuilder();
        for (byte one : bytes) {
            int at = HIDDEN.indexOf(one);
            if (at >= 0) {
                text.append('\\').append(SHOWN.charAt(at));
            } else {
                text.append(one >= ' ' && one < 0x7f ? Character.toString(one) : "\\x%02x".formatted(one));
            }
        }
        return text.toString();
    }

    static byte[] bytes(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(found -> Character.toString(character(found.group(1))))
                .getBytes(ISO_8859_1);
    }

    private static int character(String escape) {
        return escape.startsWith("x")
                ? Integer.parseInt(escape.substring(1), 16)
                : HIDDEN.charAt(SHOWN.indexOf(escape));
    }
}
