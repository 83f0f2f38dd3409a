package fobsmith.cli.policy;

import fobsmith.cli.CliException;
import fobsmith.iam.Rehearsal;
import fobsmith.iam.policy.ContextKey;
import fobsmith.iam.policy.MalformedPolicy;
import fobsmith.iam.policy.NamedPolicy;
import fobsmith.iam.policy.PolicyDocument;
import fobsmith.iam.policy.RequestContext;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A request and the policies that are asked about it. */
record Asked(RequestContext request, List<NamedPolicy> policies) {
    /** As long as the API takes a document. */
    private static final int LONGEST = 131_072;

    private static final Pattern USER = Pattern.compile("arn:[^:]*:iam::[^:]*:user/(?:.*/)?([^/]+)");

    /** By a user with the policies he has: the request that the service would make of it. */
    static Asked by(Registry registry, User user, RequestOptions options) {
        var policies = new ArrayList<>(policies(registry, user, ""));
        registry.groups().of(user).forEach(group -> policies.addAll(policies(registry, group, group.name() + "/")));
        var typed = options.of(user.arn(registry.accountId()));
        return new Asked(new Rehearsal(registry, user).request(typed.action(), typed.resource()), policies);
    }

    /** Names of policies have no slash. */
    private static List<NamedPolicy> policies(Registry registry, PolicyHolder holder, String prefix) {
        return registry.inlinePolicies().all(holder).stream()
                .map(policy ->
                        new NamedPolicy(prefix + policy.name(), PolicyDocument.parse(policy.document(), LONGEST)))
                .toList();
    }

    /** Policies that may be for any service: what follows from the principal, and nothing of who asks where. */
    static Asked of(List<Path> files, RequestOptions options, Instant now) {
        var typed = options.of(options.principal());
        var known = new RequestContext(typed.principal(), typed.action(), typed.resource(), keys(typed.principal()));
        return new Asked(known.at(now), files.stream().map(Asked::read).toList());
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
