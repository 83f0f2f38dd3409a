package fobsmith.cli.user;

import fobsmith.registry.InlinePolicy;
import fobsmith.registry.Registry;
import fobsmith.registry.Tag;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.time.Instant;
import java.util.List;

/** A user as commands print him. */
record UserView(
        String name,
        String arn,
        String id,
        Instant createdAt,
        boolean signsInAtDesk,
        List<String> devices,
        List<String> policies,
        List<Tag> tags) {
    static final List<String> HEADINGS = List.of("NAME", "PATH", "DEVICES", "POLICIES", "ID");

    /** Far more than anybody may have. */
    private static final int ALL = 100;

    static UserView of(Registry registry, User user) {
        var devices = registry.tokens().listEnabled(user, "", ALL).items();
        return new UserView(
                user.name(),
                user.arn(registry.accountId()),
                user.id(),
                user.createdAt(),
                registry.deskPassphrases().isSet(user),
                devices.stream().map(Token::serial).map(Object::toString).toList(),
                registry.inlinePolicies().all(user).stream()
                        .map(InlinePolicy::name)
                        .toList(),
                registry.tags().of(user));
    }

    List<String> cells() {
        var path = arn.substring(arn.indexOf('/'), arn.lastIndexOf('/') + 1);
        return List.of(name, path, Integer.toString(devices.size()), Integer.toString(policies.size()), id);
    }

    String text() {
        return """
                name      %s
                arn       %s
                id        %s
                created   %s
                desk      %s
                devices   %s
                policies  %s
                tags      %s""".formatted(
                        name,
                        arn,
                        id,
                        createdAt,
                        signsInAtDesk ? "yes" : "no",
                        listed(devices),
                        listed(policies),
                        listed(tagTexts()));
    }

    private List<String> tagTexts() {
        return tags.stream().map(tag -> tag.key() + "=" + tag.value()).toList();
    }

    private static String listed(List<String> texts) {
        return texts.isEmpty() ? "-" : String.join(", ", texts);
    }
}
