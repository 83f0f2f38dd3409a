package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneMomentTest {
    private static final int REPLACED = 3_000;
    private static final int RESERVED = 500;

    /** Some times what it takes, and a fraction of what it would if each row were looked for among all. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private TestRegistry rig;

    @BeforeEach
    void open() {
        rig = TestRegistry.copy(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static SerialNumber.Hardware serial(int number) {
        return new SerialNumber.Hardware("GAHT%08d".formatted(number));
    }

    private void add(StockImport running, int count, String text) {
        try (var seed = Seed.adopt(text.getBytes(StandardCharsets.US_ASCII))) {
            for (int i = 0; i < count; i++) {
                running.add(rig.registry.stock().seal(serial(i), "ACME", "F2", OtpProfile.Totp.STANDARD, seed));
            }
        }
    }

    private void stock(int count) {
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            add(running, count, "a seed of 20 bytes..");
            running.finish(List.of());
        }
    }

    /** The other registry, open on the same file, stands for a service in another process. */
    @Test
    void signInsGoOnWhileThousandsOfTokensAreReplacedAndReserved() throws Exception {
        stock(REPLACED);
        var bob = rig.user("bob");
        var fob = rig.fob("BOBS00000001");
        rig.registry.typedCodes().enable(rig.console, bob, fob, rig.pair(fob, -1));
        var reservations = IntStream.range(0, RESERVED)
                .mapToObj(number -> new Reservation(serial(number), bob))
                .toList();
        try (var service = rig.openAgain();
                var running = rig.registry.stock().beginReplacing(rig.console, "crate", "new seeds");
                var threads = Executors.newSingleThreadExecutor()) {
            add(running, REPLACED, "another seed, 20 by.");
            var replacing = threads.submit(() -> {
                var before = cpuTime();
                var outcome = running.finish(reservations);
                assertThat(outcome).isEqualTo(new ImportOutcome(0, 0, 0, REPLACED, RESERVED));
                return cpuTime().minus(before);
            });
            do {
                rig.clock.turn(Duration.ofSeconds(30));
                assertThat(service.typedCodes().signIn(new Actor(bob.id(), "x"), bob, fob, rig.display(fob, 0)))
                        .isInstanceOf(CodeOutcome.Accepted.class);
            } while (!replacing.isDone());
            assertThat(replacing.get()).isLessThan(MOMENT);
        }
        assertThat(rig.registry.tokens().get(serial(7)).ownerId()).isEqualTo(bob.id());
        assertThat(rig.registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
    }

    private static Duration cpuTime() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    @Test
    void moreReservationsThanOthersCanWaitForAreRefusedBeforeTheFileIsRead() {
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            running.announce(OneMoment.MOST);
            assertThatThrownBy(() -> running.announce(OneMoment.MOST + 1))
                    .isInstanceOf(RegistryRefusal.TooManyAtOnce.class)
                    .hasMessage("the import replaces and reserves more than %d tokens, too many for one moment"
                            .formatted(OneMoment.MOST));
        }
    }

    @Test
    void theyAreRefusedAtTheEndToo() {
        var many = Collections.nCopies(OneMoment.MOST + 1, new Reservation(serial(1), rig.user("bob")));
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            add(running, 2, "a seed of 20 bytes..");
            assertThatThrownBy(() -> running.finish(many)).isInstanceOf(RegistryRefusal.TooManyAtOnce.class);
        }
        assertThat(rig.registry.tokens().find(serial(1))).isEmpty();
    }

    @Test
    void replacementsCountWithReservationsAndNewTokensDoNot() {
        stock(2);
        try (var running = rig.registry.stock().beginReplacing(rig.console, "crate", "new seeds")) {
            running.announce(OneMoment.MOST - 1);
            add(running, 2, "another seed, 20 by.");
            assertThatThrownBy(() -> running.finish(List.of())).isInstanceOf(RegistryRefusal.TooManyAtOnce.class);
        }
        assertThat(rig.registry.tokens().get(serial(1)).seedVersion()).isOne();
        try (var running = rig.registry.stock().begin(rig.console, "crate")) {
            running.announce(OneMoment.MOST);
            add(running, 3, "a seed of 20 bytes..");
            assertThat(running.finish(List.of()).added()).isOne();
        }
    }
}
