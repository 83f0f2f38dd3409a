package fobsmith.checks.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.service.Endpoint;
import fobsmith.iam.service.HttpService;
import fobsmith.registry.AuditRecord;
import fobsmith.registry.AuditReport;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two who want what only one can have, over real HTTP to the real service on a real SQLite file. */
class DeviceRacesTest {
    private static final int ROUNDS = 6;
    private static final int QUOTA = 8;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Station station;
    private Registry registry;
    private HttpService service;
    private Caller admin;
    private User alice;
    private User bob;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = new Station(folder);
        registry = station.open();
        service = HttpService.start(0, new Endpoint(registry)::answer);
        admin = station.caller(
                service.uri(), Station.newKey(registry, registry.users().get("administrator")));
        alice = registry.users().create(Station.console(registry), "alice", "/", false);
        bob = registry.users().create(Station.console(registry), "bob", "/", false);
    }

    @AfterEach
    void close() {
        assertThat(registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
        threads.close();
        service.close();
        registry.close();
        station.close();
    }

    private static List<String> fobs(int count) {
        return IntStream.range(0, count).mapToObj("GAHT%08d"::formatted).toList();
    }

    /** All of them at once. */
    private List<Reply> race(List<Callable<Reply>> racers) throws Exception {
        var start = new CyclicBarrier(racers.size());
        var running = new ArrayList<Future<Reply>>();
        for (var racer : racers) {
            running.add(threads.submit(() -> {
                start.await();
                return racer.call();
            }));
        }
        var replies = new ArrayList<Reply>();
        for (var reply : running) {
            replies.add(reply.get());
        }
        return replies;
    }

    private Callable<Reply> enabling(User user, String fob) {
        var code1 = station.display(fob);
        var code2 = station.turnAndDisplay(fob);
        return enabling(user, fob, code1, code2);
    }

    private Callable<Reply> enabling(User user, String fob, String code1, String code2) {
        return () -> admin.iam(
                "EnableMFADevice",
                "UserName",
                user.name(),
                "SerialNumber",
                fob,
                "AuthenticationCode1",
                code1,
                "AuthenticationCode2",
                code2);
    }

    private List<String> devices(User user) {
        return registry.tokens().listEnabled(user, "", 100).items().stream()
                .map(token -> token.serial().value())
                .toList();
    }

    @Test
    void oneFobEnabledForTwoUsersAtOnceIsOneUsers() throws Exception {
        var fobs = fobs(QUOTA);
        station.stock(registry, fobs);
        int alices = 0;
        for (var fob : fobs) {
            var code1 = station.display(fob);
            var code2 = station.turnAndDisplay(fob);
            var replies = race(List.of(enabling(alice, fob, code1, code2), enabling(bob, fob, code1, code2)));
            assertThat(replies.stream().filter(Reply::isOk)).hasSize(1);
            assertThat(replies).filteredOn(reply -> !reply.isOk()).allSatisfy(DeviceRacesTest::isTooLate);
            alices += replies.getFirst().isOk() ? 1 : 0;
            assertThat(devices(alice)).hasSize(alices);
            assertThat(devices(bob).contains(fob)).isNotEqualTo(devices(alice).contains(fob));
        }
        assertThat(devices(bob)).hasSize(QUOTA - alices);
    }

    /** Whoever looked before the other had it finds his codes used up; whoever looked after it finds it in use. */
    private static void isTooLate(Reply reply) {
        assertThat(reply.xml())
                .containsAnyOf("<Code>EntityAlreadyExists</Code>", "<Code>InvalidAuthenticationCode</Code>");
    }

    @Test
    void ofTwelveFobsEnabledAtOnceForOneUserEightAreHis() throws Exception {
        var fobs = fobs(12);
        station.stock(registry, fobs);
        var replies = race(fobs.stream().map(fob -> enabling(bob, fob)).toList());
        assertThat(replies.stream().filter(Reply::isOk)).hasSize(QUOTA);
        assertThat(replies).filteredOn(reply -> !reply.isOk()).allSatisfy(reply -> {
            assertThat(reply.xml()).contains("<Message>Cannot exceed quota for MFADevicesPerUser: 8</Message>");
            assertThat(reply.status()).isEqualTo(409);
        });
        assertThat(devices(bob)).hasSize(QUOTA);
    }

    @Test
    void aCodeIsAcceptedBeforeItsFobIsDeactivatedOrNotAtAll() throws Exception {
        var fobs = fobs(ROUNDS);
        station.stock(registry, fobs);
        var bobs = station.caller(service.uri(), Station.newKey(registry, bob));
        for (var fob : fobs) {
            station.enable(registry, bob, fob);
            var code = station.display(fob);
            var replies = race(List.of(
                    () -> bobs.signIn(fob, code),
                    () -> admin.iam("DeactivateMFADevice", "UserName", "bob", "SerialNumber", fob)));
            replies.getLast().requireOk();
            assertThat(deeds(fob))
                    .isEqualTo(
                            replies.getFirst().isOk()
                                    ? List.of("enable", "sign-in", "deactivate")
                                    : List.of("enable", "deactivate"));
            bobs.signIn(fob, station.turnAndDisplay(fob)).requireAccessDenied();
        }
    }

    /** He has a key and no code: until the fob is his he is told that it is not, and afterwards that a code is missing. */
    @Test
    void aFobThatIsBeingEnabledIsNotTakenAwayWithoutACode() throws Exception {
        allowEverything(alice);
        var alices = station.caller(service.uri(), Station.newKey(registry, alice));
        for (var fob : fobs(ROUNDS / 2)) {
            station.stock(registry, List.of(fob));
            var isHis = new AtomicBoolean();
            var enabling = enabling(alice, fob);
            Callable<Reply> taking = () -> {
                while (!isHis.get()) {
                    isNotTaken(alices.iam("DeactivateMFADevice", "UserName", "alice", "SerialNumber", fob));
                }
                return alices.iam("DeactivateMFADevice", "UserName", "alice", "SerialNumber", fob);
            };
            var replies = race(List.of(taking, taking, taking, () -> {
                try {
                    return enabling.call();
                } finally {
                    isHis.set(true);
                }
            }));
            replies.removeLast().requireOk();
            replies.forEach(Reply::requireAccessDenied);
            assertThat(devices(alice)).containsExactly(fob);
            registry.tokens().deactivate(Station.console(registry), alice, new SerialNumber.Hardware(fob));
        }
    }

    private void allowEverything(User user) {
        var everything = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
        registry.inlinePolicies().put(Station.console(registry), user, new InlinePolicy("everything", everything));
    }

    private static void isNotTaken(Reply reply) {
        assertThat(reply.xml()).containsAnyOf("<Code>NoSuchEntity</Code>", "<Code>AccessDenied</Code>");
    }

    /** What the audit trail says was done with a fob, in order. */
    private List<String> deeds(String fob) {
        var deeds = new ArrayList<>(registry.audit().newest(Integer.MAX_VALUE).stream()
                .filter(deed -> deed.subject().equals(fob))
                .map(AuditRecord::action)
                .filter(List.of("enable", "sign-in", "deactivate")::contains)
                .toList());
        Collections.reverse(deeds);
        return deeds;
    }
}
