package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Codes;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known secrets go through all that a registry does with them; then every file it left is searched. */
class RegistryFilesHygieneTest {
    private static final OtpProfile.Totp PROFILE = OtpProfile.Totp.STANDARD;
    private static final SerialNumber.Hardware FOB = new SerialNumber.Hardware("GAHT12345678");
    private static final SerialNumber.VirtualArn PHONE = new SerialNumber.VirtualArn("123456789012", "/", "alice");

    @TempDir
    Path folder;

    private final byte[] fobSeed = bytes(20, 0x51);
    private final byte[] phoneSeed = bytes(20, 0x23);
    private final byte[] secret = "kN0wnSecretOfAnAccessKey/0123456789+abcd".getBytes(StandardCharsets.US_ASCII);
    private final byte[] credential = bytes(16, 0x77);

    private static byte[] bytes(int length, int start) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (start + i * 37);
        }
        return bytes;
    }

    private Seed seed(byte[] bytes) {
        return Seed.adopt(bytes.clone());
    }

    @Test
    void noFileHoldsASecretInAnyForm() throws IOException {
        try (var station = TestRegistry.copy(folder)) {
            use(station);
            assertThat(folder.resolve("registry.db-wal")).exists();
            assertNothingIsFound();
            rotate(station);
            station.registry.backup().write(station.console, folder.resolve("backup"));
            assertNothingIsFound();
        }
        assertNothingIsFound();
    }

    /** A station's database, its messages and its registry's letters; and what the registry makes of them. */
    @Test
    void noFileOfAStationHoldsASecretInAnyForm() throws IOException {
        try (var service = TestRegistry.copyWithStation(folder);
                var station = TestStation.copyOf(folder, service);
                var seed = seed(fobSeed);
                var phone = seed(phoneSeed)) {
            var molto = station.registry.physicalTokens().remember("Token2", "Molto2", "86596220000001");
            station.registry.tokenCredentials().sealNext(station.console, molto, credential);
            station.registry.tokenCredentials().adoptNext(station.console, molto);
            station.begin(SerialNumber.parse("86596220000002"), phone);
            station.write("86596220000001", seed);
            assertNothingIsFound();
            assertThat(station.carry(service)).hasSize(3).allMatch(StationAnswer::applied);
            assertNothingIsFound();
        }
        assertNothingIsFound();
    }

    private void use(TestRegistry station) {
        var registry = station.registry;
        var alice = station.user("alice");
        try (var seed = seed(fobSeed);
                var phone = seed(phoneSeed)) {
            registry.stock()
                    .importAll(
                            station.console, "test", List.of(registry.stock().seal(FOB, "ACME", "F1", PROFILE, seed)));
            registry.virtualDevices().create(station.console, PHONE, phone, List.of());
        }
        var pair = new CodePair(code(station, -1), code(station, 0));
        assertThat(registry.typedCodes().enable(station.console, alice, FOB, pair))
                .isInstanceOf(CodeOutcome.Accepted.class);
        assertThat(registry.typedCodes().signIn(station.console, alice, FOB, code(station, 1)))
                .isInstanceOf(CodeOutcome.Accepted.class);
        registry.accessKeys().create(station.console, alice, secret);
        var molto = registry.physicalTokens().remember("Token2", "Molto2", "123456");
        registry.tokenCredentials().sealNext(station.console, molto, credential);
        registry.tokenCredentials().adoptNext(station.console, molto);
    }

    private OneTimePassword code(TestRegistry station, int stepsAhead) {
        try (var seed = seed(fobSeed)) {
            return Codes.code(seed, PROFILE, PROFILE.stepAt(station.clock.instant()) + stepsAhead);
        }
    }

    private static void rotate(TestRegistry station) {
        var keys = station.registry.keys();
        try (var key = RegistryKey.KeyFile.read(station.keyFile());
                var next = new RegistryKey.Passphrase("five words make a passphrase".toCharArray())) {
            keys.begin(station.console, key, TestRegistry.CHEAP);
            while (keys.step() > 0) {}
            assertThat(keys.destroyOlder(station.console)).isTrue();
            keys.rewrap(station.console, key, next, TestRegistry.CHEAP);
        }
    }

    /** In the folder of the registry, and in the temporary directory of this process but for other tests' folders. */
    private void assertNothingIsFound() throws IOException {
        var search = new LeakSearch()
                .with("seed of the fob", fobSeed)
                .with("seed of the phone", phoneSeed)
                .with("secret of the access key", secret)
                .with("credential", credential);
        assertThat(search.below(folder, _ -> false)).isEmpty();
        try (var temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(temporary.filter(Files::isRegularFile).flatMap(file -> foundIn(file, search)))
                    .isEmpty();
        }
    }

    private static Stream<String> foundIn(Path file, LeakSearch search) {
        try {
            return search.in(file).stream().map(what -> "%s in %s".formatted(what, file));
        } catch (IOException _) {
            // somebody else's, or gone meanwhile
            return Stream.empty();
        }
    }
}
