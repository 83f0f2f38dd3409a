package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What python-pskc writes we read, and of a plain file pskctool (OATH Toolkit) says the same as we. Neither is ours. */
class ForeignProgramsAgreeTest {
    private static final String KEYS = """
        import sys
        from pskc import PSKC
        pskc = PSKC()
        for i in range(3):
            pskc.add_key(id='k%d' % i, serial='PY%04d' % i, secret=bytes(range(i, i + 20)), counter=7,
                algorithm='urn:ietf:params:xml:ns:keyprov:pskc:totp',
                response_length=6, response_encoding='DECIMAL', time_interval=60, time_drift=-3)
        """;

    @ParameterizedTest
    @CsvSource({
        "aes128-cbc, 16, hmac-sha1", "aes192-cbc, 24, hmac-sha224", "aes256-cbc, 32, hmac-sha256",
        "tripledes-cbc, 24, hmac-sha384", "aes128-cbc, 16, hmac-sha512", "kw-aes128, 16, ''",
        "kw-aes192, 24, ''", "kw-aes256, 32, ''"
    })
    void readsWhatPythonPskcEncryptsUnderAKey(String cipher, int keyLength, String mac) throws Exception {
        var written = python(KEYS
                + "pskc.encryption.setup_preshared_key(algorithm='%s', key=bytes(range(%d)), fields=['secret', 'counter'%s])\n"
                        .formatted(cipher, keyLength, cipher.startsWith("kw") ? "][:1" : "")
                + (mac.isEmpty() ? "" : "pskc.mac.setup(algorithm='%s')\n".formatted(mac))
                + "pskc.write(sys.stdout)\n");
        assertThat(written).contains(cipher).contains("EncryptedValue").contains(mac);
        var keys = TransportKeys.ofPreSharedKey(SealedContainer.counting(keyLength));
        assertThat(read(written, ReadingTerms.STRICT.openedBy(keys))).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmac-sha1", "hmac-sha224", "hmac-sha256", "hmac-sha384", "hmac-sha512"})
    void readsWhatPythonPskcEncryptsUnderAPassword(String prf) throws Exception {
        var written = python(KEYS
                + "pskc.encryption.setup_pbkdf2('correct horse', iterations=1234, prf='%s', algorithm='aes256-cbc')\n"
                        .formatted(prf)
                + "pskc.write(sys.stdout)\n");
        assertThat(written).contains(prf).contains("1234");
        var keys = TransportKeys.ofPassword("correct horse".toCharArray());
        assertThat(read(written, ReadingTerms.STRICT.openedBy(keys))).isEqualTo(expected());
    }

    @Test
    void saysTheSameOfAPlainFileAsPskctool() throws Exception {
        var file = Path.of("../../fixtures/pskc/three-fobs.xml");
        var info = ForeignProgram.PSKCTOOL.run("--info", file.toString());
        var theirs = new ArrayList<String>();
        var told = Pattern.compile("SerialNo: (\\S+)|Key Secret \\(base64\\): (\\S+)")
                .matcher(info);
        while (told.find()) {
            theirs.add(told.group(1) == null ? told.group(2) : told.group(1));
        }
        assertThat(read(Files.readString(file), ReadingTerms.STRICT))
                .isEqualTo(theirs)
                .hasSize(6);
    }

    private static List<String> expected() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var seed = SealedContainer.counting(20);
            for (int at = 0; at < seed.length; at++) {
                seed[at] += (byte) i;
            }
            expected.add("PY000" + i);
            expected.add(Base64.getEncoder().encodeToString(seed));
        }
        return expected;
    }

    private static List<String> read(String xml, ReadingTerms terms) {
        var found = new ArrayList<String>();
        var file = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        try (var reader = PskcReader.open(file, terms)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                try (var key = next.get()) {
                    found.add(key.serial());
                    found.add(key.seed().use(Base64.getEncoder()::encodeToString));
                }
            }
        }
        return found;
    }

    private static String python(String script) throws IOException, InterruptedException {
        return ForeignProgram.PYTHON_PSKC.run("-c", script);
    }
}
