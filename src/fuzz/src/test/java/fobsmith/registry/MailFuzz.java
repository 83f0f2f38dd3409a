package fobsmith.registry;

import fobsmith.oath.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Files that go between a write-only station and its registry, the last byte saying which: as they come, or what is sealed in
 * them, since whoever has stolen a station's keys can seal what he likes. In its package, since only there it can be sealed.
 */
final class MailFuzz {
    private static final MailFuzz RIG = new MailFuzz();

    private final Path folder = temporary();
    private final TestRegistry service = TestRegistry.copyWithStation(folder);
    private final TestStation station = TestStation.copyOf(folder, service);
    private final Database here = new Database(service.file(), service.clock);
    private final Database there = new Database(station.file(), service.clock);
    private final Path mail = folder.resolve("mail.json");
    private final Hpke hpke = new Hpke();

    private static Path temporary() {
        try {
            return Files.createTempDirectory("fobsmith-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        RIG.service.clock.turn(Duration.ofSeconds(1));
        var content = Arrays.copyOf(bytes, bytes.length - 1);
        try {
            switch (bytes[bytes.length - 1] & 7) {
                case 0 -> RIG.introduction(content);
                case 1 -> RIG.receive(content);
                case 2 -> RIG.acknowledge(content);
                case 3, 4 -> RIG.receive(RIG.message(content));
                default -> RIG.acknowledge(RIG.letter(content));
            }
        } catch (StationException e) {
            e.hint();
        } catch (RegistryException e) {
            // SQLite's word against the registry's, which tells of no token twice
            e.hint();
        }
    }

    private Path keep(byte[] content) {
        try {
            return Files.write(mail, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void introduction(byte[] content) {
        var file = keep(content);
        StationMail.read(file, StationMail.Introduction.class, StationMail.Introduction.KIND)
                .key();
    }

    private void receive(byte[] content) {
        service.registry.stationInbox().receive(service.console, keep(content));
    }

    private void acknowledge(byte[] content) {
        station.own().acknowledge(station.console, keep(content));
    }

    /** The station's next. */
    private byte[] message(byte[] clear) {
        var sender = service.registry.stations().list().getFirst();
        long sequence = sender.lastSequence() + 1;
        var id = "fuzz %d".formatted(sequence);
        var info = StationMail.Message.info(TestRegistry.ACCOUNT, sender.number(), sequence, id);
        var sealed = sealed(there, station.registry, here, info, clear);
        return StationMail.bytes(new StationMail.Messages(
                StationMail.Messages.KIND,
                TestRegistry.ACCOUNT,
                sender.number(),
                List.of(new StationMail.Message(id, sequence, sealed))));
    }

    /** The registry's next. */
    private byte[] letter(byte[] clear) {
        int number = service.registry.stations().list().getFirst().number();
        long at = service.clock.millis();
        var info = StationMail.Envelope.info(TestRegistry.ACCOUNT, number, at);
        var sealed = sealed(here, service.registry, there, info, clear);
        return StationMail.bytes(new StationMail.Envelope(
                StationMail.Envelope.KIND,
                TestRegistry.ACCOUNT,
                number,
                at,
                Base64.getEncoder().encodeToString(publicKey(here)),
                sealed));
    }

    private String sealed(Database sender, Registry registry, Database receiver, Canonical info, byte[] clear) {
        try (var key = sender.read(query -> ExchangeKey.open(query, registry.vault()))) {
            return Base64.getEncoder().encodeToString(hpke.seal(publicKey(receiver), key, info, clear));
        }
    }

    private static byte[] publicKey(Database database) {
        return database.read(ExchangeKey::publicKey).orElseThrow();
    }

    /** Writes what the fuzzer begins with into a folder: an honest one of each kind. */
    public static void main(String[] arguments) throws IOException {
        var samples = Path.of(arguments[0]);
        try (var seed = Seed.adopt(new byte[20])) {
            RIG.station.write("86596220000001", seed);
        }
        var token = new StationReport.Physical("Token2", "Molto2", "86596220000002");
        var report = new StationReport(token, null, TokenCredentials.Standing.NEXT, 0).with(new byte[16]);
        var told = List.of(new KnownToken("86596220000001", "Token2", "Molto2", "proven"));
        var answers = List.of(new StationAnswer(1, "1", false, "late"));
        var written = "{\"token\":{\"manufacturer\":\"Token2\",\"model\":\"Molto2\",\"serial\":\"86596220000001\"},"
                + "\"written\":{\"slot\":0,\"serial\":\"86596220000001\",\"algorithm\":\"SHA1\",\"digits\":6,"
                + "\"stepSeconds\":30,\"startedAt\":1,\"endedAt\":2,\"clockErrorMillis\":7,\"clockSetAt\":1,"
                + "\"learned\":{\"step\":1,\"nextStep\":2,\"earliestMillis\":0,\"latestMillis\":9,\"driftMillis\":0,"
                + "\"suspect\":false},\"reason\":null},\"credential\":null,\"letterAt\":7}";
        var text = written.getBytes(StandardCharsets.UTF_8);
        var proven = ByteBuffer.allocate(Integer.BYTES + text.length + 20)
                .putInt(text.length)
                .put(text)
                .array();
        save(samples, 0, RIG.station.own().introduction());
        save(samples, 1, RIG.station.own().send().orElseThrow().bytes());
        save(samples, 2, RIG.service.registry.stations().export(RIG.service.console, "packing", "registry.example"));
        save(samples, 3, report);
        save(samples, 4, proven);
        save(samples, 5, letter(List.of(), told));
        save(samples, 6, letter(answers, List.of()));
    }

    private static byte[] letter(List<StationAnswer> answers, List<KnownToken> told) {
        return StationMail.JSON.writeValueAsBytes(new StationLetter("packing", "registry.example", answers, told));
    }

    private static void save(Path samples, int kind, byte[] content) throws IOException {
        var sample = Arrays.copyOf(content, content.length + 1);
        sample[content.length] = (byte) kind;
        Files.write(samples.resolve("mail-%d".formatted(kind)), sample);
    }
}
