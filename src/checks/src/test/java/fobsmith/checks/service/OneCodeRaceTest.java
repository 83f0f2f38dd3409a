package fobsmith.checks.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.service.Endpoint;
import fobsmith.iam.service.HttpService;
import fobsmith.registry.AuditReport;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients send the same code at once, over real HTTP to the real service on a real SQLite file. */
class OneCodeRaceTest {
    private static final int CLIENTS = 64;
    /** More of them in {@code make soak}. */
    private static final int ROUNDS = Integer.getInteger("fobsmith.rounds", 50);

    private static final String FOB = "GAHT12345678";

    @Test
    void exactlyOneOf64ClientsSignsInWithOneCode(@TempDir Path folder) throws Exception {
        try (var station = new Station(folder);
                var registry = station.open();
                var service = HttpService.start(0, new Endpoint(registry)::answer);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var user = registry.users().create(Station.console(registry), "alice", "/", false);
            station.stock(registry, List.of(FOB));
            station.enable(registry, user, FOB);
            var alice = station.caller(service.uri(), Station.newKey(registry, user));
            var times = new ArrayList<Duration>();
            for (int round = 0; round < ROUNDS; round++) {
                station.clock.turn(Station.STEP);
                registry.tokens().unlock(Station.console(registry), new SerialNumber.Hardware(FOB));
                times.add(race(clients, alice, station.display(FOB)));
            }
            report(times);
            requireOneSignInARound(registry);
        }
    }

    private static Duration race(ExecutorService clients, Caller alice, String code) throws Exception {
        var start = new CountDownLatch(1);
        var replies = new ArrayList<Future<Reply>>();
        for (int client = 0; client < CLIENTS; client++) {
            replies.add(clients.submit(() -> {
                start.await();
                return alice.signIn(FOB, code);
            }));
        }
        long began = System.nanoTime();
        start.countDown();
        requireOneWinner(replies);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void requireOneWinner(List<Future<Reply>> replies) throws InterruptedException, ExecutionException {
        int winners = 0;
        for (var reply : replies) {
            if (reply.get().isOk()) {
                winners++;
            } else {
                reply.get().requireAccessDenied();
            }
        }
        assertThat(winners).isOne();
    }

    private static void requireOneSignInARound(Registry registry) {
        assertThat(registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
        assertThat(registry.audit().newest(Integer.MAX_VALUE).stream()
                        .filter(deed -> deed.action().equals("sign-in")))
                .hasSize(ROUNDS);
    }

    private static void report(List<Duration> times) {
        Collections.sort(times);
        System.out.printf(
                "%d clients raced one code %d times; a round took %d ms (median), at most %d ms%n",
                CLIENTS,
                ROUNDS,
                times.get(times.size() / 2).toMillis(),
                times.getLast().toMillis());
    }
}
