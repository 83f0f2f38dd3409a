package fobsmith.checks.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.registry.AuditReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The service in one process and the command line in another, on one registry at once. */
class TwoProcessesTest {
    private static final int FILES = 20;
    private static final int FOBS_IN_A_FILE = 100;
    private static final String FOB = "GAHT12345678";

    @TempDir
    private Path folder;

    @Test
    void neitherIsRefusedWhileTheOtherWrites() throws Exception {
        try (var station = new Station(folder);
                var person = Executors.newVirtualThreadPerTaskExecutor()) {
            var alice = aliceWithFob(station);
            try (var service = ServiceProcess.start(station)) {
                var enough = new AtomicBoolean();
                var signIns = person.submit(signIns(station, station.caller(service.uri(), alice), enough));
                try {
                    importAll(Terminal.on(station.file(), station.clock));
                } finally {
                    enough.set(true);
                }
                assertThat(signIns.get()).isPositive();
                System.out.printf(
                        "%d fobs imported in %d commands during %d sign-ins%n",
                        FILES * FOBS_IN_A_FILE, FILES, signIns.get());
                assertThat(service.complaints()).isEmpty();
            }
            requireIntact(station);
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

    private static Callable<Integer> signIns(Station station, Caller alice, AtomicBoolean enough) {
        return () -> {
            int done = 0;
            while (!enough.get()) {
                alice.signIn(FOB, station.display(FOB)).requireOk();
                station.turnAndDisplay(FOB);
                done++;
            }
            return done;
        };
    }

    private void importAll(Terminal terminal) throws IOException {
        for (int file = 0; file < FILES; file++) {
            assertThat(terminal.type("token", "import", seedFile(file)).ok().out())
                    .isEqualTo("%d tokens imported, 0 were in stock already\n".formatted(FOBS_IN_A_FILE));
        }
    }

    private Path seedFile(int file) throws IOException {
        var keys = IntStream.range(0, FOBS_IN_A_FILE)
                .mapToObj(i -> keyPackage("ACME%02d%06d".formatted(file, i)))
                .collect(Collectors.joining());
        return Files.writeString(
                folder.resolve("crate-%d.xml".formatted(file)),
                "<KeyContainer Version=\"1.0\" xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">" + keys
                        + "</KeyContainer>");
    }

    private static String keyPackage(String serial) {
        var seed = Base64.getEncoder().encodeToString((serial + "-twenty!").getBytes(StandardCharsets.US_ASCII));
        return """
            <KeyPackage><DeviceInfo><Manufacturer>ACME</Manufacturer><SerialNo>%s</SerialNo></DeviceInfo>
            <Key Id="%s" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp">
            <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
            <Data><Secret><PlainValue>%s</PlainValue></Secret>
            <TimeInterval><PlainValue>30</PlainValue></TimeInterval></Data></Key></KeyPackage>
            """.formatted(serial, serial, seed);
    }

    private static void requireIntact(Station station) {
        try (var registry = station.open()) {
            assertThat(registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
        }
    }
}
