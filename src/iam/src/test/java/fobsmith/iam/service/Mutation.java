package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fobsmith.iam.wire.WireRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/** Changes one thing about a request at random; the same seed makes the same changes. */
final class Mutation {
    private static final List<String> SNIPPETS = List.of(
            "%",
            "%00",
            "%zz",
            "%F0%9F",
            "&",
            "=",
            "+",
            "Action=",
            "&Version=",
            "UserName=",
            "é",
            "東",
            "\u0000",
            ",",
            ";",
            "/",
            "''",
            "<",
            "]]>",
            "&Marker=AAAA",
            "&MaxItems=9999999999",
            "%0D%0A",
            "Credential=",
            "AKIA",
            "ASIA",
            " ");

    private final Random random;

    Mutation(long seed) {
        random = new Random(seed);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    WireRequest of(WireRequest request) {
        return switch (random.nextInt(8)) {
            case 0 -> with(request, text(request.method()), request.path(), request.query(), request.body());
            case 1 -> with(request, request.method(), text(request.path()), request.query(), request.body());
            case 2 -> with(request, request.method(), request.path(), text(request.query()), request.body());
            case 3, 4 -> body(request);
            default -> header(request);
        };
    }

    WireRequest body(WireRequest request) {
        var body = text(new String(request.body(), ISO_8859_1)).getBytes(ISO_8859_1);
        return with(request, request.method(), request.path(), request.query(), body);
    }

    private WireRequest header(WireRequest request) {
        var headers = new HashMap<>(request.headers());
        var name = oneOf(headers.keySet().stream().sorted().toList());
        var value = request.headers().getOrDefault(name, List.of()).getFirst();
        switch (random.nextInt(4)) {
            case 0 -> headers.remove(name);
            case 1 -> headers.put(name, List.of(value, text("x")));
            case 2 -> headers.put("x-amz-" + text("security-token"), List.of(text("x")));
            default -> headers.put(name, List.of(text(value)));
        }
        return new WireRequest(
                request.method(), request.path(), request.query(), headers, request.body(), request.address());
    }

    private static WireRequest with(WireRequest request, String method, String path, String query, byte[] body) {
        return new WireRequest(method, path, query, request.headers(), body, request.address());
    }

    private String text(String text) {
        int at = random.nextInt(text.length() + 1);
        var before = text.substring(0, at);
        var after = text.substring(at);
        var rest = after.isEmpty() ? after : after.substring(1);
        return switch (random.nextInt(6)) {
            case 0 -> before;
            case 1 -> before + rest;
            case 2 -> before + (char) random.nextInt(256) + rest;
            case 3 -> before + oneOf(SNIPPETS) + after;
            case 4 -> text + oneOf(SNIPPETS) + text;
            default -> before + (char) ((after.isEmpty() ? 'x' : after.charAt(0)) ^ (1 << random.nextInt(7))) + rest;
        };
    }
}
