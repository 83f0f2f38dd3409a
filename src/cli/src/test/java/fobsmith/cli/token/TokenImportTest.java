package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.PrivateFile;
import fobsmith.registry.TestRegistry;
import fobsmith.seedfiles.QrCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenImportTest {
    private static final int NOTHING_TO_DO = 3;
    private static final Path FIXTURES = Path.of("../../fixtures/pskc");
    private static final Path THREE_FOBS = FIXTURES.resolve("three-fobs.xml");

    private TestRegistry station;
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = new TestRegistry(folder, HandTurnedClock.atStepStart());
        terminal = Terminal.on(station.file(), station.clock);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void importsAVendorsFile() {
        assertThat(terminal.type("token", "import", THREE_FOBS).ok().out())
                .isEqualTo("3 tokens imported, 0 were in stock already\n");
        assertThat(terminal.type("token", "list").ok().out())
                .contains("GAHT00000001", "GAHT00000002", "GAHT00000003", "imported");
    }

    @Test
    void hasNothingToDoWhenTheSameFileComesAgain() {
        terminal.type("token", "import", THREE_FOBS).ok();
        var again = terminal.type("token", "import", THREE_FOBS, "--json");
        assertThat(again.status()).isEqualTo(NOTHING_TO_DO);
        assertThat(again.json().get("read").asInt()).isEqualTo(3);
        assertThat(again.json().get("added").asInt()).isZero();
        assertThat(again.err()).isEmpty();
    }

    @Test
    void putsAPrefixBeforeSerials() {
        terminal.type("token", "import", THREE_FOBS, "--prefix", "ACME-").ok();
        assertThat(terminal.type("token", "show", "acme-gaht00000002").ok().out())
                .contains("serial   ACME-GAHT00000002");
    }

    @Test
    void saysThatNobodyVerifiedTheFilesSignature() {
        assertThat(terminal.type("token", "import", FIXTURES.resolve("signed.xml"))
                        .ok()
                        .out())
                .endsWith("note: the file bears a signature, which was not verified\n");
    }

    @Test
    void opensAFileThatIsEncryptedUnderAPreSharedKey(@TempDir Path folder) throws Exception {
        var key = "000102030405060708090a0b0c0d0e0f";
        var file = Files.writeString(
                folder.resolve("encrypted.xml"), encrypted(HexFormat.of().parseHex(key)));
        assertThat(terminal.type("token", "import", file).status()).isOne();
        var wrong = secret(folder.resolve("wrong"), "ff" + key.substring(2));
        var refused = terminal.type("token", "import", file, "--pre-shared-key-file", wrong);
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).endsWith("hint: nothing was imported\n").doesNotContain(key.substring(2));
        var right = secret(folder.resolve("right"), key);
        assertThat(terminal.type("token", "import", file, "--pre-shared-key-file", right)
                        .ok()
                        .out())
                .startsWith("1 tokens imported");
        assertThat(terminal.type("token", "import", file, "--pre-shared-key-file", secret(folder.resolve("bad"), "0x"))
                        .err())
                .contains("is not hexadecimal");
    }

    @Test
    void showsWhatItWouldImportAndWhatNotWithoutARegistry(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("fobs.csv"), """
                GAHT00000001,74657374207365656420,totp,6,30
                GAHT00000002,7465737420736565642,totp,6,30
                """);
        var nowhere = new Terminal(
                station.clock,
                Map.of("FOBSMITH_REGISTRY", folder.resolve("none.db").toString()));
        var shown = nowhere.type("token", "import", file, "--dry-run");
        assertThat(shown.status()).isOne();
        assertThat(shown.out())
                .contains("GAHT00000001", "TOTP SHA1 6 digits 30 s", "10 bytes")
                .contains("not imported: line or entry 2:")
                .contains("1 tokens, but the file as a whole would be refused");
        var lenient = nowhere.type("token", "import", file, "--dry-run", "--leave-out-unusable-keys", "--json")
                .ok()
                .json();
        assertThat(lenient.get("importable").asBoolean()).isTrue();
        assertThat(lenient.get("omissions").get(0).get("line").asInt()).isEqualTo(2);
    }

    @Test
    void reservesTokensForUsersInTheSameRun(@TempDir Path folder) throws IOException {
        var unknown = Files.writeString(folder.resolve("unknown.csv"), "GAHT00000001,nobody\n");
        var refused = terminal.type("token", "import", THREE_FOBS, "--reserve", unknown);
        assertThat(refused.err()).contains("line 1 of", "names user \"nobody\", who is not in the registry");
        assertThat(terminal.type("token", "list").ok().out()).doesNotContain("GAHT");
        station.user("bob");
        var users = Files.writeString(folder.resolve("users.csv"), "\ufeff# who gets what\n\ngaht00000001, bob\n");
        assertThat(terminal.type("token", "import", THREE_FOBS, "--reserve", users)
                        .ok()
                        .out())
                .isEqualTo("3 tokens imported, 0 were in stock already\n1 tokens reserved\n");
        assertThat(terminal.type("token", "show", "GAHT00000001").ok().out()).contains("reserved", "bob");
    }

    @Test
    void anotherSeedNeedsReplaceAndAReason(@TempDir Path folder) throws IOException {
        terminal.type("token", "import", THREE_FOBS).ok();
        var file = Files.writeString(folder.resolve("new.csv"), "GAHT00000001,74657374207365656421,totp,6,30\n");
        assertThat(terminal.type("token", "import", file).err()).contains("with another seed or profile");
        assertThat(terminal.type("token", "import", file, "--replace").status()).isEqualTo(2);
        assertThat(terminal.type("token", "import", file, "--replace", "--reason", "battery changed")
                        .ok()
                        .out())
                .isEqualTo("0 tokens imported, 0 were in stock already\n1 tokens have another seed than before\n");
        assertThat(terminal.type("token", "import", file).status()).isEqualTo(NOTHING_TO_DO);
    }

    @Test
    void aRetiredFobIsCountedApartAndNotReplaced() {
        terminal.type("token", "import", THREE_FOBS).ok();
        terminal.type("token", "retire", "GAHT00000001", "--reason", "worn").ok();
        var again = terminal.type("token", "import", THREE_FOBS);
        assertThat(again.status()).isEqualTo(NOTHING_TO_DO);
        assertThat(again.out())
                .isEqualTo("0 tokens imported, 2 were in stock already\n1 tokens are retired and stay so\n");
        assertThat(terminal.type("token", "import", THREE_FOBS, "--json")
                        .json()
                        .get("retired")
                        .asInt())
                .isOne();
        assertThat(terminal.type("token", "import", THREE_FOBS, "--replace", "--reason", "new seeds")
                        .err())
                .contains("token GAHT00000001 is retired");
    }

    /** Others would wait too long; the way out stands with it. */
    @Test
    void refusesToReserveThousandsAtOnce(@TempDir Path folder) throws IOException {
        station.user("bob");
        var users = Files.writeString(folder.resolve("users.csv"), "GAHT00000001,bob\n".repeat(5_001));
        assertThat(terminal.type("token", "import", THREE_FOBS, "--reserve", users)
                        .err())
                .contains("more than 5000 tokens", "hint: nothing was imported; cut the file or the list of users");
        assertThat(terminal.type("token", "list").ok().out()).doesNotContain("GAHT");
    }

    @Test
    void saysHowToGoOnWhenTheDatabaseFails(@TempDir Path folder) throws Exception {
        var crate = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            crate.append("GAHT%08d,%040d,totp,6,30\n".formatted(i, i));
        }
        var file = Files.writeString(folder.resolve("crate.csv"), crate);
        execute("CREATE TRIGGER full BEFORE INSERT ON token WHEN NEW.serial = 'GAHT00000250'"
                + " BEGIN SELECT raise(ABORT, 'disk full'); END");
        assertThat(terminal.type("token", "import", file).err())
                .contains("disk full", "import the same file again to go on after its key 200");
        execute("DROP TRIGGER full");
        assertThat(terminal.type("token", "import", file).ok().out())
                .startsWith("300 tokens imported, 0 were in stock already\n200 of them were taken before");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + station.file());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void takesTheFormatByItsName() {
        var csv = Path.of("../../fixtures/seedfiles/entra.csv");
        assertThat(terminal.type("token", "import", csv, "--format", "pskc").status())
                .isOne();
        terminal.type("token", "import", csv, "--format", "entra-csv").ok();
        assertThat(terminal.type("token", "import", csv, "--format", "punched-cards")
                        .err())
                .contains("\"punched-cards\" is not one of pskc, safenet-xml");
    }

    @Test
    void takesSeveralPicturesAsOneExportAndNamesAMissingPart(@TempDir Path folder) throws IOException {
        var parts = Files.readAllLines(Path.of("../../fixtures/seedfiles/migration.txt")).stream()
                .filter(line -> line.startsWith("otpauth-migration:"))
                .toList();
        var first = Files.write(folder.resolve("1.png"), QrCode.png(parts.get(0)));
        var second = Files.write(folder.resolve("2.png"), QrCode.png(parts.get(1)));
        var all = terminal.type("token", "import", second, first, "--prefix", "PHONE-", "--allow-hotp");
        assertThat(all.ok().out()).startsWith("3 tokens imported");
        var one = terminal.type("token", "import", second, "--prefix", "PHONE-", "--allow-hotp");
        assertThat(one.status()).isOne();
        assertThat(one.err()).contains("missing").endsWith("--leave-out-unusable-keys takes the rest of the file\n");
    }

    @Test
    void givesUpWhatWasBrokenOff(@TempDir Path folder) {
        assertThat(terminal.type("token", "import").status()).isEqualTo(2);
        assertThat(terminal.type("token", "import", THREE_FOBS, "--abandon").status())
                .isEqualTo(2);
        assertThat(terminal.type("token", "import", "--abandon").status()).isEqualTo(NOTHING_TO_DO);
        var left = folder.resolve("left.db");
        try (var _ = station.registry.stock().begin(station.console, "crate.xml")) {
            station.registry.backup().write(station.console, left);
        }
        var after = new Terminal(
                station.clock,
                Map.of(
                        "FOBSMITH_REGISTRY",
                        left.toString(),
                        "FOBSMITH_KEY_FILE",
                        station.keyFile().toString()));
        assertThat(after.type("token", "import", "--abandon").ok().out())
                .isEqualTo("the import of crate.xml is given up; import the file again to begin anew\n");
    }

    private static Path secret(Path file, String line) throws IOException {
        PrivateFile.create(file, line.getBytes(StandardCharsets.US_ASCII));
        return file;
    }

    /** RFC 6030 section 6.1, with AES-128-GCM as XML Encryption 1.1 section 5.2.4 has it. */
    private static String encrypted(byte[] key) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
        var sealed = cipher.doFinal("test seed of fob 009".getBytes(StandardCharsets.US_ASCII));
        var value = new byte[12 + sealed.length];
        System.arraycopy(sealed, 0, value, 12, sealed.length);
        return """
                <KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"
                    xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#">
                  <EncryptionKey><ds:KeyName>crate-9</ds:KeyName></EncryptionKey>
                  <KeyPackage>
                    <DeviceInfo><Manufacturer>ACME</Manufacturer><SerialNo>GAHT00000009</SerialNo></DeviceInfo>
                    <Key Id="9" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp">
                      <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
                      <Data>
                        <Secret><EncryptedValue>
                          <xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes128-gcm"/>
                          <xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData>
                        </EncryptedValue></Secret>
                        <TimeInterval><PlainValue>30</PlainValue></TimeInterval>
                      </Data>
                    </Key>
                  </KeyPackage>
                </KeyContainer>
                """.formatted(Base64.getEncoder().encodeToString(value));
    }
}
