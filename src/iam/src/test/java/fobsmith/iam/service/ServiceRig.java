package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.iam.wire.WireRequest;
import fobsmith.oath.Base32;
import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.registry.CodePair;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The whole service but for its socket, over a real registry, with an administrator who has a key. */
final class ServiceRig implements AutoCloseable {
    static final Duration STEP = Duration.ofSeconds(30);

    final TestRegistry station;
    final Endpoint endpoint;
    final Client admin;

    ServiceRig(Path folder) {
        this(TestRegistry.copy(folder));
    }

    ServiceRig(TestRegistry station) {
        this.station = station;
        endpoint = new Endpoint(station.registry);
        admin = client(station.administrator);
    }

    Reply send(WireRequest request) {
        return Reply.of(endpoint.answer(request));
    }

    /** With a new access key of the user. */
    Client client(User user) {
        byte[] secret = station.registry.identifiers().secret();
        var key = station.registry.accessKeys().create(station.console, user, secret);
        return new Client(station.clock, this::send, key.id(), new String(secret, US_ASCII), "");
    }

    /** A new user who may read himself and no more, with a key. */
    Client newUser(String name) {
        station.user(name);
        allow(name, "reading-oneself", Statements.READING_ONESELF);
        return client(station.registry.users().get(name));
    }

    /** Gives a user one more policy, of these statements. */
    void allow(String userName, String policyName, String... statements) {
        put(userName, policyName, Statements.document(statements));
    }

    void put(String userName, String policyName, String document) {
        var user = station.registry.users().get(userName);
        station.registry.inlinePolicies().put(station.console, user, new InlinePolicy(policyName, document));
    }

    /** A fob from stock, enabled for a user; both codes are consumed, the next step's code is good. */
    String enabledFob(String serial, String userName) {
        var fob = station.fob(serial);
        admin.iam("EnableMFADevice", enabling(userName, serial, code(fob, -1), code(fob, 0)))
                .ok();
        station.clock.turn(STEP);
        return serial;
    }

    /** A fob from stock, enabled for root as only the console can. */
    void enableForRoot(String serial) {
        var fob = station.fob(serial);
        station.registry
                .typedCodes()
                .enable(station.console, station.registry.users().root(), fob, station.pair(fob, -1));
    }

    /** A virtual device, enabled for root as only the console can. */
    void enableForRoot(Reply created) {
        station.registry
                .typedCodes()
                .enable(
                        station.console,
                        station.registry.users().root(),
                        SerialNumber.parse(created.text("SerialNumber")),
                        CodePair.parse(appCode(created, -1), appCode(created, 0)));
    }

    static String[] enabling(String userName, String serial, String code1, String code2) {
        return new String[] {
            "UserName", userName, "SerialNumber", serial, "AuthenticationCode1", code1, "AuthenticationCode2", code2
        };
    }

    String code(String serial, int stepsAhead) {
        return code(new SerialNumber.Hardware(serial), stepsAhead);
    }

    private String code(SerialNumber fob, int stepsAhead) {
        return station.display(fob, stepsAhead).reveal();
    }

    /** A code that the fob does not show anywhere near now. */
    String wrongCode(String serial) {
        var near = IntStream.rangeClosed(-50, 50)
                .mapToObj(steps -> code(serial, steps))
                .toList();
        return Stream.of("000000", "111111", "222222", "333333")
                .filter(code -> !near.contains(code))
                .findFirst()
                .orElseThrow();
    }

    /** What an app shows that took the seed from CreateVirtualMFADevice's answer. */
    String appCode(Reply created, int stepsAhead) {
        byte[] base32 = Base64.getDecoder().decode(created.text("Base32StringSeed"));
        try (var seed = Seed.adopt(Base32.decode(base32))) {
            var profile = OtpProfile.Totp.STANDARD;
            return Codes.code(seed, profile, profile.stepAt(station.clock.instant()) + stepsAhead)
                    .reveal();
        }
    }

    @Override
    public void close() {
        station.close();
    }
}
