package fobsmith.iam;

import fobsmith.iam.policy.TrustPolicy;
import fobsmith.registry.Registry;
import fobsmith.registry.Role;
import fobsmith.registry.User;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a trust policy names: people write ARNs, and what is kept are the unique ids of those who bear them at that moment. Who
 * gets a name later is not trusted for it, and who is renamed stays trusted.
 */
public record TrustedPrincipals(Registry registry) {
    private static final Pattern NO_ONE_PERSON = Pattern.compile("[*]|[0-9]{12}|arn:aws:iam::[0-9]{12}:root");
    private static final Pattern SESSION = Pattern.compile("arn:aws:sts::[0-9]{12}:assumed-role/([^/]+)/([^/]+)");
    private static final Pattern ID = Pattern.compile("(AIDA[A-Z0-9]+|AROA[A-Z0-9]+)(?::(.+))?");

    /**
     * The valid policy with unique ids.
     *
     * @throws IamException where one of them is nobody
     */
    public String identify(String trustPolicy) {
        return TrustPolicy.rename(trustPolicy, this::id);
    }

    /** The policy as people read it: with the ARNs of today; whoever is gone keeps his unique id. */
    public String show(String trustPolicy) {
        return TrustPolicy.rename(trustPolicy, id -> arn(id).orElse(id));
    }

    private String id(String name) {
        if (NO_ONE_PERSON.matcher(name).matches()) {
            return name;
        }
        boolean isId = ID.matcher(name).matches();
        return (isId ? arn(name).map(_ -> name) : idOf(name)).orElseThrow(() -> nobody(name));
    }

    private Optional<String> idOf(String arn) {
        var session = SESSION.matcher(arn);
        if (session.matches()) {
            return sessionId(arn, session.group(1), session.group(2));
        }
        var bearers = new Bearers(registry);
        return bearers.user(arn).map(User::id).or(() -> bearers.role(arn).map(Role::id));
    }

    private Optional<String> sessionId(String arn, String roleName, String sessionName) {
        return registry.roles()
                .find(roleName)
                .map(role -> new Caller.AssumedRole(role, sessionName))
                .filter(session -> session.arn(registry.accountId()).equals(arn))
                .map(Caller.AssumedRole::uniqueId);
    }

    private Optional<String> arn(String id) {
        var parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (id.startsWith("AIDA")) {
            return registry.users().findById(id).map(user -> user.arn(registry.accountId()));
        }
        var session = parts.group(2);
        return registry.roles()
                .findById(parts.group(1))
                .map(role -> session == null
                        ? role.arn(registry.accountId())
                        : new Caller.AssumedRole(role, session).arn(registry.accountId()));
    }

    private static IamException nobody(String name) {
        return new IamException(
                IamError.MALFORMED_POLICY_DOCUMENT,
                "Invalid principal in policy: \"AWS\":\"%s\"".formatted(Echo.of(name)));
    }
}
