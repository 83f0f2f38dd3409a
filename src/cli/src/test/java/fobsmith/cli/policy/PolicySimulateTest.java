package fobsmith.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Printed;
import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.Tag;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ExitCode;

class PolicySimulateTest {
    private static final Path SELF_SERVICE = Path.of("../../fixtures/iam/policies/self-service.json");
    private static final String BOB = "arn:aws:iam::123456789012:user/bob";

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final Terminal terminal = new Terminal(clock, Map.of());

    @TempDir
    Path folder;

    private Printed bob(String action, String... more) {
        var words = new ArrayList<Object>(
                List.of("policy", "simulate", "--policy", SELF_SERVICE, "--principal", BOB, "--action", action));
        words.addAll(List.of(more));
        return terminal.type(words.toArray());
    }

    @Test
    void namesTheStatementThatAllows() {
        var said = bob("iam:EnableMFADevice").ok().out();
        assertThat(said)
                .startsWith("iam:EnableMFADevice on %s: allowed by policy self-service, statement UseOwnDevices\n"
                        .formatted(BOB))
                .contains("Allow  policy self-service, statement UseOwnDevices: applies\n")
                .contains("Deny   policy self-service, statement NothingElseWithoutCode: does not apply\n")
                .contains(
                        "         NotAction does not hold: \"iam:EnableMFADevice\" matches \"iam:EnableMFADevice\"\n");
    }

    @Test
    void namesTheStatementThatDeniesAndTheConditionThatWouldHelp() {
        var denied = bob("iam:DeactivateMFADevice");
        assertThat(denied.status()).isOne();
        assertThat(denied.err()).isEmpty();
        assertThat(denied.out())
                .startsWith("iam:DeactivateMFADevice on %s: denied by policy self-service, statement".formatted(BOB)
                        + " NothingElseWithoutCode\n")
                .contains("Bool aws:MultiFactorAuthPresent \"true\" does not hold: the request has no such key");
        bob("iam:deactivatemfadevice", "--context", "aws:multifactorauthpresent=true")
                .ok();
    }

    @Test
    void tellsProgramsInTheWordsOfAwsSimulator() {
        var simulated = bob("iam:ListUsers", "--json", "--context", "aws:MultiFactorAuthPresent=true");
        assertThat(simulated.status()).isOne();
        var json = simulated.json();
        assertThat(json.get("allowed").asBoolean()).isFalse();
        assertThat(json.get("decision").asString()).isEqualTo("implicitDeny");
        assertThat(json.get("resource").asString()).isEqualTo("*");
        assertThat(json.get("explanation").asString()).isEqualTo("denied because no statement allows it");
        assertThat(json.get("statements").size()).isEqualTo(6);
        assertThat(json.get("statements").get(5).get("because").size()).isEqualTo(3);
        assertThat(bob("iam:ListUsers", "--json").json().get("decision").asString())
                .isEqualTo("explicitDeny");
        assertThat(bob("sts:GetSessionToken", "--json")
                        .ok()
                        .json()
                        .get("decision")
                        .asString())
                .isEqualTo("allowed");
    }

    @Test
    void asksThePoliciesThatAUserHas() {
        try (var station = new TestRegistry(folder, clock)) {
            var alice = station.user("alice");
            var registry = Terminal.on(station.file(), clock);
            var words = new Object[] {"policy", "simulate", "--user", "ALICE", "--action", "iam:GetUser"};
            assertThat(registry.type(words).out()).endsWith("denied because no statement allows it\n");
            station.registry.inlinePolicies().put(station.console, alice, new InlinePolicy("desk", """
                    {"Version": "2012-10-17", "Statement": {
                        "Effect": "Allow", "Action": "iam:Get*", "Resource": "arn:aws:iam::*:user/${aws:username}",
                        "Condition": {"StringEquals": {"aws:PrincipalTag/team": "desk", "aws:userid": "%s"}}}}""".formatted(
                            alice.id())));
            assertThat(registry.type(words).status()).isOne();
            station.registry.tags().put(station.console, alice, List.of(new Tag("team", "desk")));
            assertThat(registry.type(words).ok().out()).contains(":user/alice: allowed by policy desk, statement #1\n");
            var group = station.registry.groups().create(station.console, "clerks", "/");
            station.registry.groups().add(station.console, group, alice);
            station.registry.inlinePolicies().put(station.console, group, new InlinePolicy("none", """
                    {"Version": "2012-10-17", "Statement": {
                        "Sid": "Not", "Effect": "Deny", "Action": "*", "Resource": "*"}}"""));
            assertThat(registry.type(words).out()).contains("denied by policy clerks/none, statement Not\n");
        }
    }

    @Test
    void takesSeveralPoliciesAndSeveralValuesOfAKey() throws IOException {
        var tags = Files.writeString(folder.resolve("tags.json"), """
                {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*",
                    "Condition": {"ForAnyValue:StringEquals": {"aws:TagKeys": "secret"}}}}""");
        assertThat(terminal.type(
                                "policy",
                                "simulate",
                                "--policy",
                                SELF_SERVICE,
                                tags,
                                "--action",
                                "iam:GetUser",
                                "--principal",
                                BOB,
                                "--context",
                                "aws:TagKeys=a",
                                "--context",
                                "aws:tagkeys=secret")
                        .out())
                .contains("denied by policy tags, statement #1");
    }

    @ParameterizedTest
    @CsvSource({
        "iam:EnableMfaDevices, *, '\"iam:EnableMfaDevices\" is no action that the service knows'",
        "iam:TagMFADevice, '', 'iam:TagMFADevice is authorised against the ARN of a virtual MFA device; say which with"
                + " --resource'",
        "s3:GetObject, '', 's3:GetObject is authorised against something; say which with --resource'"
    })
    void saysWhatIsWrongWithARequest(String action, String resource, String message) {
        var misuse = resource.isEmpty() ? bob(action) : bob(action, "--resource", resource);
        assertThat(misuse.status()).isEqualTo(ExitCode.USAGE);
        assertThat(misuse.err()).startsWith("fobsmith: " + message + "\n");
        assertThat(misuse.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "aws:x", "x=1", ":=1"})
    void wantsKeysWithTheirValues(String context) {
        var misuse = bob("iam:GetUser", "--context", context);
        assertThat(misuse.status()).isEqualTo(ExitCode.USAGE);
        assertThat(misuse.err())
                .startsWith("fobsmith: \"%s\" is not a condition key and its value, such as".formatted(context));
    }

    @Test
    void saysWhereAPolicyIsMalformed() throws IOException {
        var file = Files.writeString(folder.resolve("bad.json"), "{\"Statement\": {\"Effect\": \"Perhaps\"}}");
        var misuse = terminal.type("policy", "simulate", "--policy", file, "--action", "iam:ListUsers");
        assertThat(misuse.status()).isEqualTo(ExitCode.USAGE);
        assertThat(misuse.err()).startsWith("fobsmith: %s is no valid policy: ".formatted(file));
        var missing =
                terminal.type("policy", "simulate", "--policy", folder.resolve("none"), "--action", "iam:ListUsers");
        assertThat(missing.status()).isOne();
        assertThat(missing.err()).startsWith("fobsmith: cannot read policy ").contains("hint: ");
    }

    @Test
    void asksForPoliciesOfOneKind() {
        assertThat(terminal.type("policy", "simulate", "--action", "iam:ListUsers")
                        .status())
                .isEqualTo(ExitCode.USAGE);
        assertThat(bob("iam:ListUsers", "--user", "alice").status()).isEqualTo(ExitCode.USAGE);
    }
}
