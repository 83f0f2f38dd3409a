package fobsmith.registry;

import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** A real write-only station in a test's own folder, and the hands that carry its files to a registry and back. */
public final class TestStation implements AutoCloseable {
    private static final OtpProfile.Totp PROFILE = OtpProfile.Totp.STANDARD;

    public final Registry registry;
    public final Actor console;
    private final Path folder;
    private final InstantSource clock;

    /** Not yet known to any registry. */
    public TestStation(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        registry = Files.exists(file()) ? openAgain(clock) : make();
        console = registry.names().operator("packer", "bench");
    }

    /** The station that the copy of a registry in this folder came with. */
    public static TestStation copyOf(Path folder, TestRegistry service) {
        return new TestStation(folder.resolve("station"), service.clock);
    }

    private Registry make() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var key = RegistryKey.KeyFile.create(folder.resolve("station.key"), new SecureRandom())) {
            return Registry.createStation(file(), key, TestRegistry.CHEAP, clock, new SecureRandom());
        }
    }

    /** Registered there under this name, and joined. */
    public static TestStation of(Path folder, TestRegistry service, String name) {
        var station = new TestStation(folder, service.clock);
        service.registry
                .stations()
                .register(service.console, name, station.keep(station.own().introduction()), "");
        station.own().join(station.console, station.exported(service, name), "");
        return station;
    }

    /** The same file opened once more, as after switching on again. */
    public Registry openAgain(InstantSource otherClock) {
        try (var key = RegistryKey.KeyFile.read(folder.resolve("station.key"))) {
            return Registry.open(file(), key, otherClock, new SecureRandom());
        }
    }

    public Path file() {
        return folder.resolve("station.db");
    }

    public OwnStation own() {
        return registry.ownStation();
    }

    /** On paper, as it were. */
    public Path keep(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "mail", ".json"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path exported(TestRegistry service, String name) {
        return keep(service.registry.stations().export(service.console, name, "registry.example"));
    }

    public Path sent() {
        return keep(own().send().orElseThrow().bytes());
    }

    /** To the registry and back. */
    public List<StationAnswer> carry(TestRegistry service) {
        return own().acknowledge(console, answered(service));
    }

    /** To the registry, whose letter comes back unread. */
    public Path answered(TestRegistry service) {
        var inbox = service.registry.stationInbox();
        return keep(inbox.answer(inbox.receive(service.console, sent()), "registry.example"));
    }

    /** An attempt as far as the token's first change. */
    Attempt begin(SerialNumber serial, Seed seed) {
        var physical = registry.physicalTokens().remember("Token2", "Molto2", serial.value());
        var journal = registry.journal();
        var sealed = journal.seal(
                console, physical, 0, serial, PROFILE, registry.tokens().find(serial), seed);
        return journal.clockSet(console, journal.writing(console, sealed), 400);
    }

    /** As provisioning does, but without a token. */
    SerialNumber write(String serial, Seed seed) {
        var number = SerialNumber.parse(serial);
        var attempt = begin(number, seed);
        if (!(registry.journal().prove(console, attempt, codes(seed, 0), seed) instanceof CodeOutcome.Accepted)) {
            throw new AssertionError("the codes of %s are right".formatted(serial));
        }
        return number;
    }

    /** What a token with this seed shows, so many steps from now. */
    CodePair codes(Seed seed, int stepsAhead) {
        long step = PROFILE.stepAt(clock.instant()) + stepsAhead;
        return new CodePair(Codes.code(seed, PROFILE, step), Codes.code(seed, PROFILE, step + 1));
    }

    @Override
    public void close() {
        registry.close();
    }
}
