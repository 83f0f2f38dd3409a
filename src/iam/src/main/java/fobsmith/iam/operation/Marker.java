package fobsmith.iam.operation;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.wire.AnswerXml;
import fobsmith.registry.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;

/** Where a listing goes on: the sort key of the last row sent, opaque to clients. Stable, since rows keep their keys. */
record Marker(String first, String second) {
    private static final Marker START = new Marker("", "");
    private static final char SEPARATOR = '\n';

    /** From the request's Marker member; the start where there is none. */
    static Marker of(Input input) {
        return input.optional("Marker", Shape.MARKER).map(Marker::parse).orElse(START);
    }

    /** Of a row in an order by path and name. */
    static Marker of(String path, String name) {
        return new Marker(path, name.toLowerCase(Locale.ROOT));
    }

    private static Marker parse(String text) {
        try {
            var keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int separator = keys.indexOf(SEPARATOR);
            if (separator >= 0) {
                return new Marker(keys.substring(0, separator), keys.substring(separator + 1));
            }
        } catch (IllegalArgumentException e) {
            // Not one of ours: the same answer as below.
        }
        throw new IamException(IamError.VALIDATION_ERROR, "Invalid Marker.");
    }

    static int limit(Input input) {
        return input.number("MaxItems", 1, 1000, 100);
    }

    /** The end of every listing: whether more follows, and from where. */
    static <T> void render(AnswerXml answer, Page<T> page, Function<T, Marker> last) {
        answer.element("IsTruncated", Boolean.toString(page.truncated()));
        if (page.truncated()) {
            answer.element("Marker", last.apply(page.items().getLast()).text());
        }
    }

    private String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((first + SEPARATOR + second).getBytes(StandardCharsets.UTF_8));
    }
}
