package fobsmith.iam.console;

import fobsmith.iam.Authority;
import fobsmith.iam.IamException;
import fobsmith.iam.Resource;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.Tag;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import fobsmith.registry.Users;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Whom the desk serves. Thread-safe. */
public final class People {
    private static final Pattern PATH = Pattern.compile("/|/[!-~]{1,510}/");

    /** Far more than anybody may have. */
    private static final int ALL = 100;

    private final DeskSession session;

    People(DeskSession session) {
        this.session = session;
    }

    /**
     * Users whose name contains what was typed, case aside; those whose name begins with it come first. Root is not among
     * them. Asks for {@code iam:ListUsers}.
     */
    public List<User> search(String typed, int limit) {
        return session.run(authority -> {
            authority.authorizer().require("ListUsers", Resource.NOTHING);
            return session.registry().users().search(typed, limit);
        });
    }

    /** By name, case aside. Asks for {@code iam:GetUser}. */
    public User get(String name) {
        return session.run(authority -> authority.user("GetUser", requireName(name), UnaryOperator.identity()));
    }

    /** Asks for {@code fobsmith:ManageRoot}. */
    public User root() {
        return session.run(session::root);
    }

    /** Asks for {@code iam:CreateUser}. */
    public User create(String name, String path, List<Tag> tags) {
        return session.run(authority -> {
            requireName(name);
            requirePath(path);
            authority
                    .authorizer()
                    .require(
                            "CreateUser",
                            Resource.newUser(session.registry(), path, name).tagging(tags));
            return session.registry().users().create(authority.actor(), name, path, tags);
        });
    }

    /**
     * A person's enabled devices. Asks for {@code iam:ListMFADevices}; the tags are there where
     * {@code iam:ListMFADeviceTags} is allowed.
     */
    public List<PersonsDevice> devices(User user) {
        return session.run(authority -> {
            var owner = session.user(authority, "ListMFADevices", user);
            return session.registry().tokens().listEnabled(owner, "", ALL).items().stream()
                    .map(device -> new PersonsDevice(device, tags(authority, device)))
                    .toList();
        });
    }

    private List<Tag> tags(Authority authority, Token device) {
        try {
            authority
                    .authorizer()
                    .require(
                            "ListMFADeviceTags",
                            authority.device(device.serial().value()));
            return session.registry().tags().of(device);
        } catch (IamException _) {
            return List.of();
        }
    }

    /** What cannot be a name is nobody's; root's cannot be either. */
    private static String requireName(String name) {
        try {
            Users.requireName(name);
            return name;
        } catch (IllegalArgumentException e) {
            throw new RegistryRefusal.Unknown(PolicyHolder.Kind.USER, name);
        }
    }

    private static void requirePath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("path \"%s\" does not begin and end with a slash".formatted(path));
        }
    }
}
