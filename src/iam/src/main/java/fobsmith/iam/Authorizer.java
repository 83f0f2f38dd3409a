package fobsmith.iam;

import fobsmith.registry.User;
import java.util.Set;

/**
 * Who may do what, until policies exist: an administrator everything, any other user nothing but read himself. STS asks
 * nobody.
 */
public final class Authorizer {
    private static final Set<String> READING_ONESELF = Set.of("GetUser", "ListMFADevices", "ListAccessKeys");

    private final String account;

    public Authorizer(String account) {
        this.account = account;
    }

    /** For operations on a user, by the name in the request; whether he exists is not told to those who may not know. */
    public void requireUser(Caller caller, String action, String userName) {
        boolean himself = caller.user().name().equalsIgnoreCase(userName);
        if (!caller.user().administrator() && !(himself && READING_ONESELF.contains(action))) {
            throw denied(caller, action, himself ? arn(caller.user()) : userArn("/", userName));
        }
    }

    /** For operations on anything else. */
    public void require(Caller caller, String action, String resource) {
        if (!caller.user().administrator()) {
            throw denied(caller, action, resource);
        }
    }

    /** The ARN of somebody who need not exist. */
    public String userArn(String path, String name) {
        return "arn:aws:iam::%s:user%s%s".formatted(account, path, name);
    }

    private String arn(User user) {
        return user.arn(account);
    }

    private IamException denied(Caller caller, String action, String resource) {
        return new IamException(
                IamError.ACCESS_DENIED,
                "User: %s is not authorized to perform: iam:%s on resource: %s because no identity-based policy allows the"
                                .formatted(arn(caller.user()), action, resource)
                        + " iam:%s action".formatted(action));
    }
}
