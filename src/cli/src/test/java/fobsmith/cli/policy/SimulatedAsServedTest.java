package fobsmith.cli.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.iam.service.Endpoint;
import fobsmith.iam.wire.WireRequest;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.User;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The same request is simulated, and sent to the service by the same user: both say yes, or both no. */
class SimulatedAsServedTest {
    private static final String ACCOUNT = TestRegistry.ACCOUNT;
    private static final SerialNumber.VirtualArn PHONE = new SerialNumber.VirtualArn(ACCOUNT, "/", "phone");

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();

    @TempDir
    Path folder;

    private TestRegistry station;
    private Endpoint service;
    private User alice;
    private AwsCredentialsIdentity key;

    @BeforeEach
    void open() {
        station = TestRegistry.copy(folder, clock);
        service = new Endpoint(station.registry);
        alice = station.user("alice");
        station.registry.tags().put(station.console, alice, List.of(new Tag("team", "desk")));
        station.registry.tags().put(station.console, station.user("carol"), List.of(new Tag("team", "lab")));
        try (var seed = station.registry.identifiers().seed()) {
            var tags = List.of(new Tag("team", "lab"));
            station.registry.virtualDevices().create(station.console, PHONE, seed, tags);
        }
        byte[] secret = station.registry.identifiers().secret();
        var id = station.registry
                .accessKeys()
                .create(station.console, alice, secret)
                .id();
        key = AwsCredentialsIdentity.create(id, new String(secret, UTF_8));
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void allow(String condition) {
        station.registry.inlinePolicies().put(station.console, alice, new InlinePolicy("conditional", """
                {"Version": "2012-10-17", "Statement": {
                    "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {%s}}}""".formatted(
                        condition)));
    }

    /** What the service fills in where nobody types anything: of the caller, the connection, the time, and himself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'IpAddress': {'aws:SourceIp': '127.0.0.0/8'}",
                "'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}",
                "'NotIpAddress': {'aws:SourceIp': '127.0.0.1'}",
                "'Bool': {'aws:SecureTransport': 'true'}",
                "'Bool': {'aws:SecureTransport': 'false'}",
                "'StringEquals': {'aws:ResourceTag/team': 'desk'}",
                "'StringEquals': {'iam:ResourceTag/team': 'desk'}",
                "'StringNotEquals': {'iam:ResourceTag/team': 'desk'}",
                "'StringEquals': {'aws:PrincipalTag/team': 'desk'}",
                "'StringEquals': {'aws:PrincipalType': 'User', 'aws:username': 'alice'}",
                "'StringEquals': {'aws:PrincipalType': 'AssumedRole'}",
                "'Null': {'aws:MultiFactorAuthPresent': 'true', 'aws:TokenIssueTime': 'true'}",
                "'BoolIfExists': {'aws:MultiFactorAuthPresent': 'true'}",
                "'Bool': {'aws:MultiFactorAuthPresent': 'true'}",
                "'DateGreaterThan': {'aws:CurrentTime': '2026-11-23T11:00:00Z'}",
                "'DateLessThan': {'aws:CurrentTime': '2026-11-23T11:00:00Z'}"
            })
    void ofTheCaller(String condition) {
        allow(condition.replace('\'', '"'));
        requireSame("GetUser", alice.arn(ACCOUNT), "UserName", "alice");
        var typed = simulate("GetUser");
        assertThat(typed).isEqualTo(simulate("GetUser", "--resource", alice.arn(ACCOUNT)));
    }

    @ParameterizedTest
    @CsvSource({"lab", "desk"})
    void ofWhatTheRequestNames(String team) {
        for (var tag : List.of("aws:ResourceTag/team", "iam:ResourceTag/team")) {
            allow("\"StringEquals\": {\"%s\": \"%s\"}".formatted(tag, team));
            requireSame("GetUser", "arn:aws:iam::%s:user/carol".formatted(ACCOUNT), "UserName", "carol");
            requireSame("GetUser", "arn:aws:iam::%s:user/nobody".formatted(ACCOUNT), "UserName", "nobody");
            requireSame("ListMFADeviceTags", PHONE.value(), "SerialNumber", PHONE.value());
            requireSame("CreateVirtualMFADevice", PHONE.value(), "VirtualMFADeviceName", "phone");
            requireSame("CreateUser", "arn:aws:iam::%s:user/carol".formatted(ACCOUNT), "UserName", "carol");
            requireSame("ListUsers", "*", "PathPrefix", "/");
        }
    }

    private void requireSame(String action, String resource, String member, String value) {
        assertThat(simulate(action, "--resource", resource))
                .as("%s on %s simulated, as it is served", action, resource)
                .isEqualTo(serves(action, member, value));
    }

    private boolean simulate(String action, String... more) {
        var words =
                new ArrayList<Object>(List.of("policy", "simulate", "--user", "alice", "--action", "iam:" + action));
        words.addAll(List.of(more));
        var said = Terminal.on(station.file(), clock).type(words.toArray());
        assertThat(said.err()).isEmpty();
        return said.status() == 0;
    }

    /** Whether it is not denied; what it then finds is another matter. */
    private boolean serves(String action, String member, String value) {
        var body = "Version=2010-05-08&Action=%s&%s=%s".formatted(action, member, URLEncoder.encode(value, UTF_8));
        return !service.answer(signed(body)).body().contains("<Code>AccessDenied</Code>");
    }

    private WireRequest signed(String body) {
        var request = SdkHttpRequest.builder()
                .uri(URI.create("http://127.0.0.1:8470/"))
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(toSign -> toSign.identity(key)
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(clock.instant(), ZoneOffset.UTC))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "iam")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
        var headers = new HashMap<String, List<String>>();
        signed.request().forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new WireRequest("POST", "/", "", headers, body.getBytes(UTF_8), "127.0.0.1");
    }
}
