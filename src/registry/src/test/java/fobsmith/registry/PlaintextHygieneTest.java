package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Base32;
import fobsmith.oath.Codes;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known secrets go through all that a registry does with them; then every file it left is searched. */
class PlaintextHygieneTest {
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

    /** The search itself finds what is there. */
    @Test
    void aSecretInClearWouldBeFound() throws IOException {
        for (var form : forms(fobSeed).entrySet()) {
            Files.write(folder.resolve("leak"), form.getValue());
            assertThat(leaks()).as(form.getKey()).isNotEmpty();
        }
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

    private void assertNothingIsFound() throws IOException {
        assertThat(leaks()).isEmpty();
    }

    /** Everything in the folder of the registry and in the temporary directory of this process. */
    private List<String> leaks() throws IOException {
        try (var ours = Files.walk(folder);
                var temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return Stream.concat(ours, temporary)
                    .filter(Files::isRegularFile)
                    .flatMap(file -> leaksOf(file).stream())
                    .toList();
        }
    }

    private List<String> leaksOf(Path file) {
        var content = text(file);
        return Stream.of(fobSeed, phoneSeed, secret, credential)
                .flatMap(known -> forms(known).entrySet().stream())
                .filter(form -> content.contains(new String(form.getValue(), StandardCharsets.ISO_8859_1)))
                .map(form -> "%s in %s".formatted(form.getKey(), file))
                .toList();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    /** Raw, hexadecimal in either case, Base32, and Base64 at each of the three places a group may begin. */
    private static Map<String, byte[]> forms(byte[] known) {
        var forms = new TreeMap<String, byte[]>();
        var hex = HexFormat.of().formatHex(known);
        forms.put("raw", known);
        forms.put("hex", ascii(hex));
        forms.put("HEX", ascii(hex.toUpperCase(Locale.ROOT)));
        forms.put("base32", Base32.encode(known));
        for (int offset = 0; offset < 3; offset++) {
            forms.put("base64 from " + offset, inner(Arrays.copyOfRange(known, offset, known.length)));
        }
        return forms;
    }

    /** Whole groups only: what follows decides over the last one. */
    private static byte[] inner(byte[] bytes) {
        return Base64.getEncoder().encode(Arrays.copyOf(bytes, bytes.length / 3 * 3));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
