package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.PrivateFile;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
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
