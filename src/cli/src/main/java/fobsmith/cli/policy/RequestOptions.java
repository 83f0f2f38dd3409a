package fobsmith.cli.policy;

import fobsmith.iam.policy.PolicyAction;
import fobsmith.iam.policy.RequestContext;
import fobsmith.iam.policy.ResourceKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The request that is simulated. */
final class RequestOptions {
    @Option(names = "--action", paramLabel = "ACTION", required = true, description = "Such as iam:EnableMFADevice.")
    private String action;

    @Option(
            names = "--resource",
            paramLabel = "ARN",
            description = "What the action is authorised against (default: * where it is nothing in particular; the"
                    + " caller where it is a user).")
    private @Nullable String resource;

    @Option(
            names = "--principal",
            paramLabel = "ARN",
            description = "Who asks, with --policy; of a user, aws:username follows.")
    private @Nullable String principal;

    /** Empty if it is not said. */
    String principal() {
        return principal == null ? "" : principal;
    }

    RequestContext of(String caller) {
        var known = PolicyAction.find(action);
        if (known.isEmpty() && action.toLowerCase(Locale.ROOT).matches("(iam|sts|fobsmith):.*")) {
            throw new IllegalArgumentException("\"%s\" is no action that the service knows".formatted(action));
        }
        var kind = known.map(PolicyAction::resource);
        return RequestContext.of(
                caller,
                known.map(PolicyAction::written).orElse(action),
                resource != null ? resource : resource(kind.orElse(null), caller));
    }

    private String resource(@Nullable ResourceKind kind, String caller) {
        if (kind == ResourceKind.NONE) {
            return "*";
        }
        if (kind == ResourceKind.USER && caller.contains(":user/")) {
            return caller;
        }
        throw new IllegalArgumentException("%s is authorised against %s; say which with --resource"
                .formatted(action, kind == null ? "something" : "the ARN of a " + noun(kind)));
    }

    private static String noun(ResourceKind kind) {
        return switch (kind) {
            case USER -> "user";
            case GROUP -> "group";
            case ROLE -> "role";
            case MFA_DEVICE -> "virtual MFA device";
            case NONE -> "nothing";
        };
    }
}
