package fobsmith.iam.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Policies and requests as tests write them. */
final class Policies {
    static final String ACCOUNT = "123456789012";
    static final String USER = "arn:aws:iam::" + ACCOUNT + ":user/";
    static final String MFA = "arn:aws:iam::" + ACCOUNT + ":mfa/";

    private Policies() {}

    static PolicyDocument parse(String json) {
        return PolicyDocument.parse(json, PolicyDocument.USER_QUOTA);
    }

    /** A policy of these statements, with variables. */
    static String document(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}".formatted(String.join(",", statements));
    }

    static Decision decide(String json, RequestContext request) {
        return new IdentityPolicies(List.of(new NamedPolicy("tested", parse(json)))).decide(request);
    }

    /** Allows everything under a condition. */
    static String under(String condition) {
        return document(
                "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":%s}".formatted(condition));
    }

    static boolean holds(String condition, RequestContext request) {
        return decide(under(condition), request).isAllowed();
    }

    /** Allows every action on a resource, as written in JSON. */
    static boolean covers(String resource, RequestContext request) {
        return decide(document("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":%s}".formatted(resource)), request)
                .isAllowed();
    }

    static RequestContext request(String action, String resource) {
        return RequestContext.of(USER + "bob", action, resource).with(ContextKey.USERNAME, "bob");
    }

    /** Asks for a user in some way that needs permission. */
    static RequestContext request() {
        return request("iam:GetUser", USER + "bob");
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static List<Path> examples() {
        try (Stream<Path> files = Files.list(Path.of("../../fixtures/iam/policies"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String example(String name) {
        return read(Path.of("../../fixtures/iam/policies", name + ".json"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
