package fobsmith.checks.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.cli.Terminal;
import fobsmith.registry.AuditRecord;
import fobsmith.registry.AuditReport;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import tools.jackson.databind.json.JsonMapper;

/** SIGKILL in the midst of work: what was answered holds, what was not is done wholly or not at all. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledServiceTest {
    private static final int KILLS = 30;
    private static final int LONGEST_LIFE_MICROS = 250_000;

    @TempDir
    private Path folder;

    @Test
    void aCodeStaysUsedThoughTheServiceDiesBeforeItAnswers() throws Exception {
        try (var station = new Station(folder)) {
            var alice = aliceWithFob(station);
            var code = station.display(Traffic.FOB);
            dieBetweenAcceptanceAndAnswer(station, alice, code);
            assertThat(Terminal.on(station.file(), station.clock)
                            .type("audit", "verify")
                            .status())
                    .isZero();
            try (var service = ServiceProcess.start(station)) {
                var again = station.caller(service.uri(), alice);
                again.signIn(Traffic.FOB, code).requireAccessDenied();
                again.signIn(Traffic.FOB, station.turnAndDisplay(Traffic.FOB)).requireOk();
            }
        }
    }

    private static AwsCredentialsIdentity aliceWithFob(Station station) {
        try (var registry = station.open()) {
            var user = registry.users().create(Station.console(registry), "alice", "/", false);
            station.stock(registry, List.of(Traffic.FOB));
            station.enable(registry, user, Traffic.FOB);
            return Station.newKey(registry, user);
        }
    }

    private static void dieBetweenAcceptanceAndAnswer(Station station, AwsCredentialsIdentity alice, String code)
            throws Exception {
        try (var client = Executors.newVirtualThreadPerTaskExecutor();
                var service = ServiceProcess.start(station, "hold")) {
            var reply = client.submit(() -> station.caller(service.uri(), alice).signIn(Traffic.FOB, code));
            service.await(ServiceMain.HELD);
            assertThat(reply).isNotDone();
            assertThat(service.kill()).isEqualTo(ServiceProcess.KILLED);
            assertThatThrownBy(reply::get).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void whateverTheMomentOfDeathNothingAnsweredIsLostAndNoCodePassesTwice() throws Exception {
        var random = new Random(4226);
        try (var station = new Station(folder);
                var killer = Executors.newSingleThreadScheduledExecutor()) {
            var traffic = traffic(station);
            for (int kill = 0; kill < KILLS; kill++) {
                try (var service = ServiceProcess.start(station)) {
                    traffic.requireTheLastCodeToStayUsed(service.uri());
                    endPauses(station);
                    var death =
                            killer.schedule(service::kill, random.nextInt(LONGEST_LIFE_MICROS), TimeUnit.MICROSECONDS);
                    traffic.keepBusyUntilItDies(service.uri());
                    assertThat(death.get()).isEqualTo(ServiceProcess.KILLED);
                }
                requireAllThatWasAnswered(station, traffic);
            }
            System.out.printf(
                    "%d deaths; %d sign-ins, %d users, %d devices answered; %d codes sent again and refused%n",
                    KILLS,
                    traffic.accepted().size(),
                    traffic.users().size(),
                    traffic.owners().size(),
                    traffic.refused().size());
        }
    }

    /** A used code is a wrong one: several deaths before the first sign-in, as on a slow machine, would bring a pause. */
    private static void endPauses(Station station) {
        try (var registry = station.open()) {
            registry.tokens().unlock(Station.console(registry), new SerialNumber.Hardware(Traffic.FOB));
        }
    }

    private static Traffic traffic(Station station) {
        try (var registry = station.open()) {
            return new Traffic(station, registry);
        }
    }

    private static void requireAllThatWasAnswered(Station station, Traffic traffic) {
        try (var registry = station.open()) {
            assertThat(registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
            assertThat(traffic.users())
                    .allSatisfy(name -> assertThat(registry.users().find(name)).isPresent());
            traffic.owners().forEach((fob, user) -> requireEnabled(registry, fob, user));
            assertThat(signInSteps(registry))
                    .doesNotHaveDuplicates()
                    .containsAll(traffic.accepted())
                    .containsAll(traffic.refused());
        }
    }

    private static void requireEnabled(Registry registry, String fob, String user) {
        var token = registry.tokens().get(new SerialNumber.Hardware(fob));
        assertThat(token.state()).isEqualTo(TokenState.ENABLED);
        assertThat(token.ownerId()).isEqualTo(registry.users().get(user).id());
    }

    private static List<Long> signInSteps(Registry registry) {
        return registry.audit().newest(Integer.MAX_VALUE).stream()
                .filter(deed -> deed.action().equals("sign-in"))
                .map(KilledServiceTest::step)
                .toList();
    }

    private static long step(AuditRecord deed) {
        return JsonMapper.shared().readTree(deed.detail()).get("step").asLong();
    }
}
