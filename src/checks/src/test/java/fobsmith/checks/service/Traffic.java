package fobsmith.checks.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.registry.Registry;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Two people who keep a service busy until it dies: alice signs in with one code after the other, the administrator takes on
 * users and enables a fob for each. Remembers what was answered.
 */
final class Traffic {
    static final String FOB = "GAHT12345678";
    private static final int NEWCOMERS = 3_000;

    private final Station station;
    private final AwsCredentialsIdentity alice;
    private final AwsCredentialsIdentity administrator;
    private final Set<Long> accepted = new HashSet<>();
    private final Set<Long> refused = new HashSet<>();
    private final Set<String> users = new HashSet<>();
    private final Map<String, String> owners = new HashMap<>();
    private String lastAccepted = "";
    private int newcomers;

    Traffic(Station station, Registry registry) {
        this.station = station;
        var user = registry.users().create(Station.console(registry), "alice", "/", false);
        station.stock(registry, List.of(FOB));
        station.stock(
                registry, IntStream.range(0, NEWCOMERS).mapToObj(Traffic::fob).toList());
        station.enable(registry, user, FOB);
        alice = Station.newKey(registry, user);
        administrator = Station.newKey(registry, registry.users().get("administrator"));
    }

    private static String fob(int newcomer) {
        return "ACME%08d".formatted(newcomer);
    }

    /** Steps whose code was answered with a session. */
    Set<Long> accepted() {
        return accepted;
    }

    /** Steps whose code was refused, when it was sent again after a death. */
    Set<Long> refused() {
        return refused;
    }

    /** Users that the service said it has made. */
    Set<String> users() {
        return users;
    }

    /** Fobs that the service said it has enabled, and for whom. */
    Map<String, String> owners() {
        return owners;
    }

    void keepBusyUntilItDies(URI service) throws InterruptedException, ExecutionException {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var signIns = people.submit(() -> untilItDies(() -> signIn(station.caller(service, alice))));
            var joins = people.submit(() -> untilItDies(() -> join(station.caller(service, administrator))));
            signIns.get();
            joins.get();
        }
    }

    private static Void untilItDies(Work work) throws InterruptedException {
        try {
            while (true) {
                work.once();
            }
        } catch (IOException died) {
            return null;
        }
    }

    /** The code on the display is sent again if the last service died over it; one that was accepted never again. */
    private void signIn(Caller caller) throws IOException, InterruptedException {
        var code = station.display(FOB);
        var reply = caller.signIn(FOB, code);
        if (reply.isOk()) {
            assertThat(accepted.add(station.step(FOB))).isTrue();
            lastAccepted = code;
        } else {
            reply.requireAccessDenied();
            refused.add(station.step(FOB));
        }
        station.turnAndDisplay(FOB);
    }

    /** What was answered before a death holds after it. */
    void requireTheLastCodeToStayUsed(URI service) throws IOException, InterruptedException {
        if (!lastAccepted.isEmpty()) {
            station.caller(service, alice).signIn(FOB, lastAccepted).requireAccessDenied();
        }
    }

    private void join(Caller caller) throws IOException, InterruptedException {
        int newcomer = newcomers++;
        var name = "user-" + newcomer;
        caller.iam("CreateUser", "UserName", name).requireOk();
        users.add(name);
        var fob = fob(newcomer);
        var code = station.display(fob);
        caller.iam(
                        "EnableMFADevice",
                        "UserName",
                        name,
                        "SerialNumber",
                        fob,
                        "AuthenticationCode1",
                        code,
                        "AuthenticationCode2",
                        station.turnAndDisplay(fob))
                .requireOk();
        owners.put(fob, name);
    }

    @FunctionalInterface
    private interface Work {
        void once() throws IOException, InterruptedException;
    }
}
