package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.iam.TestSigner;
import fobsmith.iam.wire.WireRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Somebody with credentials, talking to the service.
 *
 * @param token sent as the session token; empty for none
 */
record Client(InstantSource clock, Function<WireRequest, Reply> service, String keyId, String secret, String token) {

    /** Members come as name, value, name, value. */
    Reply iam(String action, String... members) {
        return send("iam", "2010-05-08", action, members);
    }

    Reply sts(String action, String... members) {
        return send("sts", "2011-06-15", action, members);
    }

    private Reply send(String service, String version, String action, String... members) {
        return this.service.apply(
                sign(service, form("Action=%s&Version=%s".formatted(action, version) + encoded(members))));
    }

    static String encoded(String... members) {
        var text = new StringBuilder();
        IntStream.range(0, members.length)
                .mapToObj(i -> (i % 2 == 0 ? "&" : "=") + TestSigner.percent(members[i]))
                .forEach(text::append);
        return text.toString();
    }

    static WireRequest form(String body) {
        var headers = Map.of(
                "host", List.of("127.0.0.1:8080"),
                "content-type", List.of("application/x-www-form-urlencoded; charset=utf-8"));
        return new WireRequest("POST", "/", "", headers, body.getBytes(UTF_8), "127.0.0.1");
    }

    WireRequest sign(String service, WireRequest request) {
        var signer = new TestSigner(keyId, secret, "eu-central-1", service);
        return signer.sign(
                token.isEmpty() ? request : withHeader(request, "x-amz-security-token", token), clock.instant());
    }

    static WireRequest withHeader(WireRequest request, String name, String value) {
        var headers = new HashMap<>(request.headers());
        headers.put(name, List.of(value));
        return new WireRequest(
                request.method(), request.path(), request.query(), headers, request.body(), request.address());
    }

    Client withToken(String other) {
        return new Client(clock, service, keyId, secret, other);
    }

    Client withKeyId(String other) {
        return new Client(clock, service, other, secret, token);
    }

    Client withSecret(String other) {
        return new Client(clock, service, keyId, other, token);
    }

    /** The same person with the credentials of a new session. */
    Client session(String... members) {
        return with(sts("GetSessionToken", members));
    }

    /** Whoever has these credentials of a session. */
    Client with(Reply credentials) {
        var reply = credentials.ok();
        return new Client(
                clock, service, reply.text("AccessKeyId"), reply.text("SecretAccessKey"), reply.text("SessionToken"));
    }

    /** The same person with a session that an MFA device vouches for. */
    Client mfaSession(String serial, String code) {
        return session("SerialNumber", serial, "TokenCode", code);
    }
}
