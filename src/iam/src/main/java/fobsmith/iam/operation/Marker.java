package fobsmith.iam.operation;

import fobsmith.iam.wire.AnswerXml;
import fobsmith.registry.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Where a listing goes on: the sort key of the last row sent, opaque to clients. Stable, since rows keep their keys. */
record Marker(String first, String second) {
    private static final Marker START = new Marker("", "");
    private static final char SEPARATOR = '\n';

    /** From the request's Marker member; the start where there is none. */
    static Marker of(Input input) {
        var text = input.optional("Marker", Shape.MARKER);
        var marker = text.flatMap(Marker::parse);
        input.require(text.isEmpty() || marker.isPresent(), "Invalid Marker.");
        return marker.orElse(START);
    }

    /** Of a row in an order by path and name. */
    static Marker of(String path, String name) {
        return new Marker(path, name.toLowerCase(Locale.ROOT));
    }

    /** Empty if it is not one of ours. */
    private static Optional<Marker> parse(String text) {
        try {
            var keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int separator = keys.indexOf(SEPARATOR);
            return separator < 0
                    ? Optional.empty()
                    : Optional.of(new Marker(keys.substring(0, separator), keys.substring(separator + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
