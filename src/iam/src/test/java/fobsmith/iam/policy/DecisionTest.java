package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deny over allow over nothing, and the reasons given. */
class DecisionTest {
    private static final String ALLOW_READING =
            "{\"Sid\":\"Reading\",\"Effect\":\"Allow\",\"Action\":[\"iam:Get*\",\"iam:List*\"],\"Resource\":\"*\"}";
    private static final String DENY_BOB =
            "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":%s}".formatted(Policies.quoted(Policies.USER + "bob"));
    private static final String WITH_CODE = """
            {"Sid":"WithCode","Effect":"Allow","NotAction":"iam:Get*","NotResource":["arn:aws:iam::1:*"],"Condition":{
              "Bool":{"aws:MultiFactorAuthPresent":"true"},
              "ForAnyValue:StringLike":{"aws:TagKeys":["team","cost*"]}}}""";

    private static IdentityPolicies policies(String... documents) {
        return new IdentityPolicies(IntStream.range(0, documents.length)
                .mapToObj(i -> new NamedPolicy("p" + (i + 1), Policies.parse(documents[i])))
                .toList());
    }

    private static RequestContext get(String name) {
        return Policies.request("iam:GetUser", Policies.USER + name);
    }

    @Test
    void deniesWithoutAnyPolicy() {
        var decision = policies().decide(get("bob"));
        assertThat(decision).isEqualTo(new Decision.ImplicitlyDenied(List.of()));
        assertThat(decision.isAllowed()).isFalse();
        assertThat(decision.explanation()).isEqualTo("denied because no statement allows it");
    }

    @Test
    void namesTheStatementThatAllows() {
        var decision = policies(Policies.document(DENY_BOB), Policies.document(DENY_BOB, ALLOW_READING))
                .decide(get("alice"));
        assertThat(decision).isInstanceOfSatisfying(Decision.Allowed.class, allowed -> {
            assertThat(allowed.by().policy()).isEqualTo("p2");
            assertThat(allowed.by().number()).isEqualTo(2);
            assertThat(allowed.by().sid()).isEqualTo("Reading");
        });
        assertThat(decision.explanation()).isEqualTo("allowed by policy p2, statement Reading");
        assertThat(decision.outcomes())
                .extracting(StatementOutcome::label, StatementOutcome::applies)
                .containsExactly(
                        tuple("policy p1, statement #1", false),
                        tuple("policy p2, statement #1", false),
                        tuple("policy p2, statement Reading", true));
    }

    /** What AWS grants its power users reaches the actions that AWS does not have: desk.md says so, and what to write. */
    @Test
    void allowsByExceptionWhatIsNotAwsToo() {
        var root = Policies.request("fobsmith:ManageRoot", "*");
        var exceptIam = "{\"Effect\":\"Allow\",\"NotAction\":%s,\"Resource\":\"*\"}";
        assertThat(Policies.decide(Policies.document(exceptIam.formatted("\"iam:*\"")), root)
                        .isAllowed())
                .isTrue();
        assertThat(Policies.decide(Policies.document(exceptIam.formatted("[\"iam:*\",\"sts:*\",\"fobsmith:*\"]")), root)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void deniesExplicitlyWhereverTheDenyStands() {
        for (var order : List.of(
                policies(Policies.document(ALLOW_READING), Policies.document(DENY_BOB)),
                policies(Policies.document(DENY_BOB), Policies.document(ALLOW_READING)),
                policies(Policies.document(ALLOW_READING, DENY_BOB)),
                policies(Policies.document(DENY_BOB, ALLOW_READING)))) {
            var decision = order.decide(get("bob"));
            assertThat(decision).isInstanceOf(Decision.ExplicitlyDenied.class);
            assertThat(decision.isAllowed()).isFalse();
            assertThat(decision.explanation()).matches("denied by policy p[12], statement #[12]");
        }
    }

    @ParameterizedTest
    @CsvSource({"sts:GetSessionToken", "sts:GetCallerIdentity", "STS:getsessiontoken"})
    void isNotAskedWhereNoPermissionIsNeeded(String action) {
        var denied = policies(Policies.document("{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}"));
        var decision = denied.decide(Policies.request(action, "*"));
        assertThat(decision).isInstanceOf(Decision.Unasked.class);
        assertThat(decision.isAllowed()).isTrue();
        assertThat(decision.outcomes()).hasSize(1);
        assertThat(decision.explanation()).isEqualTo("allowed because the action needs no permission");
        assertThat(denied.decide(Policies.request("sts:AssumeRole", "*")).isAllowed())
                .isFalse();
    }

    @Test
    void saysOfEachPartWhyItHolds() {
        var request = Policies.request("iam:TagUser", Policies.USER + "bob")
                .with(ContextKey.MULTI_FACTOR_AUTH_PRESENT, "true")
                .with(ContextKey.TAG_KEYS, "floor", "costs");
        var outcome = policies(Policies.document(WITH_CODE))
                .decide(request)
                .outcomes()
                .getFirst();
        assertThat(outcome.applies()).isTrue();
        assertThat(outcome.explanations())
                .containsExactly(
                        "NotAction holds: none of \"iam:Get*\" matches \"iam:TagUser\"",
                        "NotResource holds: none of \"arn:aws:iam::1:*\" matches \"%sbob\"".formatted(Policies.USER),
                        "Bool aws:MultiFactorAuthPresent \"true\" holds: the request has \"true\"",
                        "ForAnyValue:StringLike aws:TagKeys \"team\", \"cost*\" holds: the request has \"floor\", \"costs\"");
    }

    @Test
    void saysOfEachPartWhyItDoesNotHold() {
        var request = Policies.request("iam:GetUser", "arn:aws:iam::1:user/bob").with(ContextKey.TAG_KEYS, "floor");
        var outcome = policies(Policies.document(WITH_CODE))
                .decide(request)
                .outcomes()
                .getFirst();
        assertThat(outcome.applies()).isFalse();
        assertThat(outcome.explanations())
                .containsExactly(
                        "NotAction does not hold: \"iam:Get*\" matches \"iam:GetUser\"",
                        "NotResource does not hold: \"arn:aws:iam::1:*\" matches \"arn:aws:iam::1:user/bob\"",
                        "Bool aws:MultiFactorAuthPresent \"true\" does not hold: the request has no such key",
                        "ForAnyValue:StringLike aws:TagKeys \"team\", \"cost*\" does not hold: the request has \"floor\"");
        assertThat(outcome.action())
                .isEqualTo(new SelectionOutcome("NotAction", List.of("iam:Get*"), "iam:GetUser", "iam:Get*", false));
        assertThat(outcome.conditions().getFirst())
                .isEqualTo(
                        new ConditionOutcome("Bool", "aws:MultiFactorAuthPresent", List.of("true"), List.of(), false));
    }

    @Test
    void appliesOnlyWhereEveryPartHolds() {
        var holds = Policies.request("iam:TagUser", Policies.USER + "bob")
                .with(ContextKey.MULTI_FACTOR_AUTH_PRESENT, "true")
                .with(ContextKey.TAG_KEYS, "team");
        var asked = policies(Policies.document(WITH_CODE));
        assertThat(asked.decide(holds).isAllowed()).isTrue();
        assertThat(asked.decide(new RequestContext(holds.principal(), "iam:GetUser", holds.resource(), holds.keys()))
                        .isAllowed())
                .isFalse();
        assertThat(asked.decide(new RequestContext(
                                holds.principal(), holds.action(), "arn:aws:iam::1:user/bob", holds.keys()))
                        .isAllowed())
                .isFalse();
        assertThat(asked.decide(holds.with(ContextKey.MULTI_FACTOR_AUTH_PRESENT, "false"))
                        .isAllowed())
                .isFalse();
        assertThat(asked.decide(holds.with(ContextKey.TAG_KEYS, "floor")).isAllowed())
                .isFalse();
    }

    @Test
    void printsNothingThatATerminalWouldObey() {
        var request = Policies.request().with(ContextKey.USERNAME, "\u001b]0;x\u0007");
        var condition = "{\"StringEquals\":{\"aws:username\":\"\\u009b1m\"}}";
        var explanations = Policies.decide(Policies.under(condition), request)
                .outcomes()
                .getFirst()
                .explanations();
        assertThat(explanations.getLast())
                .isEqualTo("StringEquals aws:username \"?1m\" does not hold: the request has \"?]0;x?\"");
    }
}
