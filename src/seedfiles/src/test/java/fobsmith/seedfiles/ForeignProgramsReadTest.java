package fobsmith.seedfiles;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.seedfiles.writing.PskcProtection;
import fobsmith.seedfiles.writing.PskcProtection.Suite;
import fobsmith.seedfiles.writing.SeedFileWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What we write python-pskc and pskctool (OATH Toolkit) read equal, as far as they go. Neither decrypts RSA. */
class ForeignProgramsReadTest {
    private static final SecureRandom RANDOMNESS = new SecureRandom();
    private static final String TELL = """
            import sys
            from pskc import PSKC
            pskc = PSKC(sys.argv[1])
            exec(sys.argv[2])
            for k in pskc.keys:
                print(k.serial, k.id, k.algorithm.split(':')[-1], k.secret.decode(), k.response_length, k.counter,
                    k.time_interval, k.time_drift, k.algorithm_suite, k.issuer, k.manufacturer, k.model, k.key_userid,
                    sep='|')
            """;
    private static final List<String> TOLD = List.of(
            "GAHT00000001|GAHT00000001|totp|written seed no. 001|6|None|30|None|None|None|oath.XX|GHT-6|alice@example.org",
            "GAHT00000002|GAHT00000002:2|totp|written seed no. 002|8|None|60|-3|HMAC-SHA256|Acme|Smith & Sons|<6>|bob",
            "GAHT00000003|GAHT00000003|hotp|written seed no. 003|6|42|None|None|None|None|None|None|None");

    @TempDir
    private Path folder;

    private Path written(Function<OutputStream, SeedFileWriter> format) throws Exception {
        return Files.write(folder.resolve("keys.xml"), WrittenFile.of(WrittenFile.KEYS, format));
    }

    private static List<String> python(Path file, String opening) throws Exception {
        return ForeignProgram.PYTHON_PSKC
                .run("-c", TELL, file.toString(), opening)
                .lines()
                .toList();
    }

    @Test
    void pythonPskcReadsAPlainFile() throws Exception {
        var file = written(out -> SeedFileWriter.pskc(out, PskcProtection.plain()));
        assertThat(python(file, "")).isEqualTo(TOLD);
    }

    @ParameterizedTest
    @CsvSource({"16, MANDATORY", "32, MODERN"})
    void pythonPskcOpensAPreSharedKeyAndChecksTheMacs(int length, Suite suite) throws Exception {
        var protection = PskcProtection.preSharedKey("stock", SealedContainer.counting(length), suite, RANDOMNESS);
        var file = written(out -> SeedFileWriter.pskc(out, protection));
        var opening = "pskc.encryption.key = bytes(range(%d)); assert pskc.mac.key".formatted(length);
        assertThat(python(file, opening)).isEqualTo(TOLD);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void pythonPskcOpensAPassword(Suite suite) throws Exception {
        var protection = PskcProtection.password("correct horse".toCharArray(), 1_000, suite, RANDOMNESS);
        var file = written(out -> SeedFileWriter.pskc(out, protection));
        assertThat(python(file, "pskc.encryption.derive_key('correct horse')")).isEqualTo(TOLD);
    }

    @Test
    void pskctoolReadsAPlainFile() throws Exception {
        var file = written(out -> SeedFileWriter.pskc(out, PskcProtection.plain()));
        var info = ForeignProgram.PSKCTOOL.run("--info", "--strict", file.toString());
        assertThat(info)
                .contains("SerialNo: GAHT00000001", "Manufacturer: oath.XX", "Manufacturer: Smith & Sons")
                .contains("Key Counter: 42", "Key TimeInterval: 60", "Suite: HMAC-SHA256", "Response Format Length: 8");
        for (int i = 1; i <= 3; i++) {
            var seed = "written seed no. %03d".formatted(i).getBytes(US_ASCII);
            assertThat(info).contains("(base64): " + Base64.getEncoder().encodeToString(seed));
        }
    }

    @Test
    void pskctoolVerifiesTheSignature() throws Exception {
        var signer = TestCertificate.rsa("CN=Vendor");
        var certificate = Files.writeString(
                folder.resolve("vendor.pem"),
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(signer.encoded())));
        var file = written(out ->
                SeedFileWriter.signedPskc(out, PskcProtection.plain(), signer.privateKey(), signer.certificate()));
        assertThat(ForeignProgram.PSKCTOOL.run("--verify", "--verify-crt", certificate.toString(), file.toString()))
                .contains("OK");
    }
}
