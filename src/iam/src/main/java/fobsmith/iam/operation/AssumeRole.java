package fobsmith.iam.operation;

import fobsmith.iam.Bearers;
import fobsmith.iam.Caller;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.RoleTrust;
import fobsmith.iam.SessionTokens.Grant;
import fobsmith.iam.policy.ContextKey;
import fobsmith.registry.Role;
import fobsmith.registry.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes somebody a role for a while, perhaps after a code of one of his devices. The code is looked at only where he may
 * assume the role with one. What the role then does is done without MFA, as AWS documents.
 */
final class AssumeRole implements Operation {
    private static final int HOUR = 3600;
    private static final List<String> NOT_SUPPORTED =
            List.of("Policy", "SourceIdentity", "PolicyArns", "Tags", "TransitiveTagKeys", "ProvidedContexts");

    /** Is asked about in place of a role that is not there, so that the refusal takes as long. */
    private static final Role NO_ROLE = new Role(
            "AROA0000000000000000",
            "none",
            "/",
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                    + "\"Principal\":{\"AWS\":\"AIDA0000000000000000\"},\"Action\":\"sts:AssumeRole\"}]}",
            null,
            Duration.ofHours(1),
            Instant.EPOCH);

    @Override
    public String action() {
        return "AssumeRole";
    }

    @Override
    public void answer(Call call) {
        var arn = call.input().required("RoleArn", Shape.ROLE_ARN);
        var sessionName = call.input().required("RoleSessionName", Shape.ROLE_SESSION_NAME);
        int seconds = call.input().number("DurationSeconds", 900, 43_200, HOUR);
        var externalId = call.input().optional("ExternalId", Shape.EXTERNAL_ID);
        var code = SignIn.of(call.input());
        for (var member : NOT_SUPPORTED) {
            call.input()
                    .require(
                            !call.input().has(member) && !call.input().hasBelow(member + ".member."),
                            member + " is not supported, and would have to be obeyed.");
        }
        call.input().requireValid();

        var role = new Bearers(call.registry()).role(arn);
        boolean may = mayAssume(call, role.orElse(NO_ROLE), code.isPresent(), sessionName, externalId);
        var assumed = new Caller.AssumedRole(role.filter(_ -> may).orElseThrow(() -> denied(call, arn)), sessionName);
        requireShort(call, assumed.role(), seconds);

        var device = code.map(shown -> shown.take(call)).orElse(null);
        call.registry().roles().assumed(call.actor(), assumed.role());
        try (var grant = grant(call, assumed, seconds, device)) {
            render(call, assumed, grant);
        }
    }

    private static boolean mayAssume(
            Call call, Role role, boolean codeGiven, String sessionName, Optional<String> externalId) {
        var keys = new HashMap<>(Map.of(ContextKey.ROLE_SESSION_NAME, sessionName));
        externalId.ifPresent(id -> keys.put(ContextKey.EXTERNAL_ID, id));
        return new RoleTrust(call.registry(), call.caller(), call.authorizer()).allows(role, codeGiven, keys);
    }

    /** Roles that do not exist are denied like those that nobody lets him assume. */
    private static IamException denied(Call call, String arn) {
        return new IamException(
                IamError.ACCESS_DENIED,
                "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
                        .formatted(call.caller().arn(call.registry().accountId()), arn));
    }

    private static void requireShort(Call call, Role role, int seconds) {
        if (seconds > role.longestSession().toSeconds()) {
            throw new IamException(
                    IamError.VALIDATION_ERROR,
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        if (call.caller().assumed() != null && seconds > HOUR) {
            throw new IamException(
                    IamError.VALIDATION_ERROR,
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }
    }

    private static Grant grant(Call call, Caller.AssumedRole assumed, int seconds, @Nullable Token device) {
        var ids = call.registry().identifiers();
        var session = call.begin(seconds, device).withoutMfa();
        return new Grant(call.caller().user().id(), ids.sessionKey(), ids.secret(), session)
                .as(assumed.role().id(), assumed.sessionName());
    }

    private static void render(Call call, Caller.AssumedRole assumed, Grant grant) {
        call.answer().element("AssumedRoleUser", () -> {
            call.answer().element("AssumedRoleId", assumed.uniqueId());
            call.answer().element("Arn", assumed.arn(call.registry().accountId()));
        });
        CredentialsXml.render(call, grant);
    }
}
