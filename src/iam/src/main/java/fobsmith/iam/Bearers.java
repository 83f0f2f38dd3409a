package fobsmith.iam;

import fobsmith.registry.Group;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import fobsmith.registry.Role;
import fobsmith.registry.User;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who bears an ARN today, by its exact path and spelling. Of each kind only those are asked for that the ARN is of. */
public record Bearers(Registry registry) {
    private static final Pattern ARN = Pattern.compile("arn:aws:iam::[0-9]{12}:(user|group|role)/(?:.*/)?([^/]+)");

    public Optional<User> user(String arn) {
        return name("user", arn)
                .flatMap(registry.users()::find)
                .filter(user -> user.arn(registry.accountId()).equals(arn));
    }

    public Optional<Group> group(String arn) {
        return name("group", arn)
                .flatMap(registry.groups()::find)
                .filter(group -> group.arn(registry.accountId()).equals(arn));
    }

    public Optional<Role> role(String arn) {
        return name("role", arn)
                .flatMap(registry.roles()::find)
                .filter(role -> role.arn(registry.accountId()).equals(arn));
    }

    /** Whoever it is. */
    public Optional<PolicyHolder> find(String arn) {
        return user(arn).<PolicyHolder>map(user -> user).or(() -> group(arn)).or(() -> role(arn));
    }

    private static Optional<String> name(String kind, String arn) {
        var parts = ARN.matcher(arn);
        return parts.matches() && parts.group(1).equals(kind) ? Optional.of(parts.group(2)) : Optional.empty();
    }
}
