package fobsmith.firmware;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.function.Supplier;

/**
 * One request to the control API. Its path is taken as it came over the wire, for a serial may hold an encoded slash.
 *
 * @param content read only when the request turns out to have a use for it
 */
record Call(String method, String path, Supplier<byte[]> content) {
    /** The path with a star for the serial and one for the fault or profile; the rest stays encoded and so cannot forge a slash. */
    String template() {
        var segments = segments();
        var template = new StringBuilder();
        for (int i = 1; i < segments.size(); i++) {
            template.append('/').append(i % 2 == 0 ? "*" : segments.get(i));
        }
        return template.toString();
    }

    String serial() {
        return decoded(2);
    }

    String fault() {
        return decoded(4);
    }

    /** The number of a profile. */
    int number() {
        var text = decoded(4);
        if (!text.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("profile \"%s\" is not a number".formatted(text));
        }
        return Integer.parseInt(text);
    }

    Json json() {
        return Json.read("the request", content.get());
    }

    private List<String> segments() {
        return List.of(path.split("/", -1));
    }

    private String decoded(int segment) {
        // RFC 3986: a plus is a plus.
        var encoded = segments().get(segment).replace("+", "%2B");
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("path %s is not well encoded".formatted(path), e);
        }
    }
}
