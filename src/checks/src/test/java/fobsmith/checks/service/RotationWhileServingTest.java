package fobsmith.checks.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The service in one process, and the command line in another that gives its registry new keys. */
class RotationWhileServingTest {
    private static final String FOB = "GAHT12345678";

    @TempDir
    private Path folder;

    @Test
    void theServiceNeedsNeitherARestartNorTheNewRegistryKey() throws Exception {
        try (var station = new Station(folder)) {
            var key = aliceWithFob(station);
            try (var service = ServiceProcess.start(station)) {
                var alice = station.caller(service.uri(), key);
                var terminal = Terminal.on(station.file(), station.clock);
                signIn(station, alice);
                assertThat(terminal.type("key", "rotate", "data").ok().out()).contains("under data key 2");
                signIn(station, alice);
                assertThat(terminal.type("key", "rotate", "data", "--end-sessions")
                                .ok()
                                .out())
                        .endsWith("the old key is destroyed\n");
                signIn(station, alice);
                var next = folder.resolve("next.key");
                terminal.type("key", "rotate", "registry", "--new-key-file", next)
                        .ok();
                assertThat(terminal.type("key", "rotate", "data", "--key-file", next)
                                .ok()
                                .out())
                        .contains("under data key 3");
                signIn(station, alice);
                assertThat(service.complaints()).isEmpty();
            }
        }
    }

    private static AwsCredentialsIdentity aliceWithFob(Station station) {
        try (var registry = station.open()) {
            var user = registry.users().create(Station.console(registry), "alice", "/", false);
            station.stock(registry, List.of(FOB));
            station.enable(registry, user, FOB);
            return Station.newKey(registry, user);
        }
    }

    private static void signIn(Station station, Caller alice) throws IOException, InterruptedException {
        alice.signIn(FOB, station.display(FOB)).requireOk();
        station.turnAndDisplay(FOB);
    }
}
