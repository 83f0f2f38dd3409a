package fobsmith.checks.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.checks.service.Caller;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.Outlet;
import fobsmith.firmware.RunningSimulator;
import fobsmith.oath.Base32;
import fobsmith.registry.LeakSearch;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Secrets go through every seed-file format, in and out, through sign-in over HTTP and through provisioning, in a JVM of its
 * own. Then every file it wrote and its heap are searched for them in every form.
 */
class PlaintextHygieneTest {
    private static final String MOLTO2 = "86590300000001";
    private static final String YUBIKEY = "12345678";
    private static final SerialNumber FOB = SerialNumber.parse("THREE-GAHT00000001");
    private static final byte[] PLANTED = "planted, to be found".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private Path searched;
    private Inbox inbox;
    private TestRegistry registry;
    private RunningSimulator tokens;
    private WatchedStation station;

    @BeforeEach
    void start() throws IOException {
        searched = Files.createDirectory(folder.resolve("station"));
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
        registry = TestRegistry.copy(searched);
        var orders = Stream.of("molto2 " + MOLTO2, "yubikey " + YUBIKEY)
                .map(order -> order.split(" ", -1))
                .map(order -> FactoryOrder.of(order[0], Optional.of(order[1]), 1, Optional.empty())
                        .pluggedInto(new Outlet.UsbIp()))
                .toList();
        tokens = RunningSimulator.start(
                new RunningSimulator.Setting(List.of(), orders, 0, folder.resolve("control.json"), 0), registry.clock);
        station = new WatchedStation(searched, registry.file(), registry.keyFile(), registry.clock.instant());
    }

    @AfterEach
    void stop() throws IOException {
        station.close();
        tokens.close();
        registry.close();
    }

    @Test
    void noSecretIsLeftInFilesOrMemory() throws IOException, InterruptedException, GeneralSecurityException {
        importEveryFormat();
        exportAndImportAgain();
        provisionTokens();
        var secrets = new KnownSecrets(registry).withSeedsOfHardware();
        signIn(secrets);
        station.order("type", "-", "backup", searched.resolve("backup"));
        secrets.withCredentialOf("Token2", "Molto2", MOLTO2)
                .withCredentialOf("Yubico", "YubiKey 5", "YUBIKEY-" + YUBIKEY);
        assertThat(secrets.all()).hasSizeGreaterThan(40);

        station.order("plant", HexFormat.of().formatHex(masked(PLANTED)));
        var dump = folder.resolve("heap.hprof");
        station.order("dump", dump);
        var search = new LeakSearch().with("what was planted", PLANTED);
        secrets.all().forEach(search::with);
        assertThat(search.in(dump))
                .containsExactlyInAnyOrder(
                        "raw of what was planted", "hex of what was planted", "BASE32 in UTF-16BE of what was planted");
        assertThat(searched.resolve("registry.db-wal")).isNotEmptyFile();
        assertThat(searched.resolve("everything.log")).isNotEmptyFile();
        assertThat(search.below(searched, _ -> false)).isEmpty();
    }

    private void take(String prefix, Object file, Object... more) throws IOException {
        var words = new ArrayList<Object>(List.of("type", "-", "token", "import", "--prefix", prefix, file));
        words.addAll(List.of("--allow-hotp", "--leave-out-unusable-keys"));
        words.addAll(Arrays.asList(more));
        station.order(words.toArray());
    }

    private void importEveryFormat() throws IOException {
        var password = inbox.passwordFile();
        take("THREE-", Inbox.fixture("pskc/three-fobs.xml"));
        for (var name : List.of(
                "oath.csv",
                "oath-version-2.csv",
                "multiotp.csv",
                "entra.csv",
                "yubico.csv",
                "yubico-flat.csv",
                "otpauth.txt",
                "migration.txt",
                "safenet.xml",
                "safeword.dat",
                "aegis.json",
                "2fas.json",
                "freeotp-plus.json")) {
            take(name.toUpperCase(Locale.ROOT) + "-", Inbox.fixture("seedfiles/" + name));
        }
        take("AEGIS-SEALED-", Inbox.fixture("seedfiles/aegis-encrypted.json"), "--password-file", password);
        take("2FAS-SEALED-", Inbox.fixture("seedfiles/2fas-encrypted.json"), "--password-file", password);
        take("PICTURE-", inbox.picture());
        take("PGP-", inbox.openPgp("pskc/three-fobs.xml"), "--password-file", password);
    }

    /** What is encrypted is written where it is searched; what is not, by the operator's order, is not. */
    private void exportAndImportAgain() throws IOException, InterruptedException, GeneralSecurityException {
        var key = inbox.secret("key", "000102030405060708090a0b0c0d0e0f");
        var password = inbox.passwordFile();
        var identity = inbox.identity();
        var certificate = inbox.certificate(identity);
        give(searched, "KEY-", List.of("--pre-shared-key-file", key), List.of("--pre-shared-key-file", key));
        give(searched, "WORD-", List.of("--password-file", password), List.of("--password-file", password));
        give(
                searched,
                "CERT-",
                List.of("--certificate", certificate),
                List.of("--recipient", identity, "--recipient-password-file", password));
        give(
                inbox.folder(),
                "SIGNED-",
                List.of("--plain-text", "--sign-with", identity, "--sign-password-file", password),
                List.of("--signer", certificate));
        for (var format : List.of("pskc", "oath-csv", "entra-csv")) {
            give(inbox.folder(), format + "-", List.of("--plain-text", "--format", format), List.of());
        }
    }

    private void give(Path where, String prefix, List<?> protection, List<?> opening) throws IOException {
        var file = where.resolve(prefix + "export");
        var words = new ArrayList<Object>(
                List.of("type", "-", "token", "export", FOB.value(), "--to", file, "--reason", "test"));
        words.addAll(protection);
        station.order(words.toArray());
        take(prefix, file, opening.toArray());
    }

    private void provisionTokens() throws IOException {
        var at = tokens.usbIpAddress().orElseThrow();
        var address = "%s:%d".formatted(at.getAddress().getHostAddress(), at.getPort());
        station.order("type", address, "provision", MOLTO2, "--simulated-hands", "--control", tokens.controlFile());
        var word = "a password of a key!";
        try (var bus = UsbIpBus.at(at);
                var session =
                        new TokenScanner(TokenDrivers.ALL, List.of(bus), registry.clock).open("YUBIKEY-" + YUBIKEY);
                var password = TokenCredential.adopt(word.getBytes(StandardCharsets.US_ASCII))) {
            session.require(CredentialLock.class, "have a password").changeCredential(password);
        }
        station.order(
                "type", address, "provision", "YUBIKEY-" + YUBIKEY, "--credential-file", inbox.secret("yubikey", word));
    }

    /** One has a fob, another an app whose seed the service made. */
    private void signIn(KnownSecrets secrets) throws IOException, InterruptedException {
        try (var http = Caller.http1()) {
            var alice = caller(http, "alice", secrets);
            enableAndSignIn(alice, "alice", secrets, FOB);
            var bob = caller(http, "bob", secrets);
            var created = bob.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone");
            created.requireOk();
            var phone = SerialNumber.parse(element(created.xml(), "SerialNumber"));
            secrets.with(phone.value(), seed(element(created.xml(), "Base32StringSeed")));
            enableAndSignIn(bob, "bob", secrets, phone);
        }
    }

    private Caller caller(HttpClient http, String name, KnownSecrets secrets) {
        var user = registry.registry.users().create(registry.console, name, "/", true);
        byte[] secret = registry.registry.identifiers().secret();
        var key = registry.registry.accessKeys().create(registry.console, user, secret);
        secrets.with("access key of " + name, secret);
        var identity = AwsCredentialsIdentity.create(key.id(), new String(secret, StandardCharsets.US_ASCII));
        return new Caller(http, station.service(), registry.clock, identity);
    }

    private static void enableAndSignIn(Caller caller, String user, KnownSecrets secrets, SerialNumber serial)
            throws IOException, InterruptedException {
        caller.iam(
                        "EnableMFADevice",
                        "UserName",
                        user,
                        "SerialNumber",
                        serial.value(),
                        "AuthenticationCode1",
                        secrets.code(serial, -1).reveal(),
                        "AuthenticationCode2",
                        secrets.code(serial, 0).reveal())
                .requireOk();
        var session = caller.signIn(serial.value(), secrets.code(serial, 1).reveal());
        session.requireOk();
        secrets.with(
                "session of " + user, element(session.xml(), "SecretAccessKey").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] seed(String base64OfBase32) {
        return Base32.decode(Base64.getDecoder().decode(base64OfBase32));
    }

    private static String element(String xml, String name) {
        var found = Pattern.compile("<%s>([^<]+)</%s>".formatted(name, name)).matcher(xml);
        assertThat(found.find()).as("%s in the answer", name).isTrue();
        return found.group(1);
    }

    private static byte[] masked(byte[] secret) {
        var bytes = secret.clone();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= HygieneMain.MASK;
        }
        return bytes;
    }
}
