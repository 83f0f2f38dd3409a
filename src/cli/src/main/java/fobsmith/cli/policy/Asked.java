package fobsmith.cli.policy;

import fobsmith.cli.CliException;
import fobsmith.iam.policy.ContextKey;
import fobsmith.iam.policy.MalformedPolicy;
import fobsmith.iam.policy.NamedPolicy;
import fobsmith.iam.policy.PolicyDocument;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who asks, and what is known of him.
 *
 * @param principal his ARN; empty if nobody says
 * @param keys condition keys that follow from who he is
 */
record Asked(String principal, List<NamedPolicy> policies, Map<String, List<String>> keys) {
    /** As long as the API takes a document. */
    private static final int LONGEST = 131_072;

    private static final Pattern USER = Pattern.compile("arn:[^:]*:iam::[^:]*:user/(?:.*/)?([^/]+)");

    static Asked by(Registry registry, User user) {
        var policies = new ArrayList<>(policies(registry, user, ""));
        registry.groups().of(user).forEach(group -> policies.addAll(policies(registry, group, group.name() + "/")));
        var arn = user.arn(registry.accountId());
        var keys = keys(arn);
        keys.put(ContextKey.USERID, List.of(user.id()));
        // As the service says of every request.
        keys.put(ContextKey.SECURE_TRANSPORT, List.of("false"));
        registry.tags().of(user).forEach(tag -> keys.put(ContextKey.principalTag(tag.key()), List.of(tag.value())));
        return new Asked(arn, policies, keys);
    }

    /** Names of policies have no slash. */
    private static List<NamedPolicy> policies(Registry registry, PolicyHolder holder, String prefix) {
        return registry.inlinePolicies().all(holder).stream()
                .map(policy ->
                        new NamedPolicy(prefix + policy.name(), PolicyDocument.parse(policy.document(), LONGEST)))
                .toList();
    }

    static Asked of(List<Path> files, String principal) {
        return new Asked(principal, files.stream().map(Asked::read).toList(), keys(principal));
    }

    private static Map<String, List<String>> keys(String principal) {
        var keys = new HashMap<String, List<String>>();
        if (!principal.isEmpty()) {
            keys.put(ContextKey.PRINCIPAL_ARN, List.of(principal));
        }
        var user = USER.matcher(principal);
        if (user.matches()) {
            keys.put(ContextKey.USERNAME, List.of(user.group(1)));
            keys.put(ContextKey.PRINCIPAL_TYPE, List.of("User"));
        }
        return keys;
    }

    private static NamedPolicy read(Path file) {
        var name = file.getFileName().toString().replaceFirst("\\.json$", "");
        try {
            return new NamedPolicy(name, PolicyDocument.parse(Files.readString(file), LONGEST));
        } catch (MalformedPolicy e) {
            throw new IllegalArgumentException("%s is no valid policy: %s".formatted(file, e.detail()), e);
        } catch (IOException e) {
            throw new CliException(
                    "cannot read policy %s: %s".formatted(file, e.getMessage()), "name a file with a policy in JSON");
        }
    }
}
