package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSerialTest {
    private static final ReadingTerms WITH_ISSUER =
            ReadingTerms.STRICT.withEventBased().tolerating(Leniency.SERIAL_WITH_ISSUER);
    private static final Subject ENTRY = new Subject("entry 1");

    @ParameterizedTest
    @CsvSource({"Acme, Acme:bob", "Acme Corp., Acme-Corp.:bob", "a:b, a-b:bob", "Müller, M-ller:bob", "'', bob"})
    void writesTheIssuerAsASerialNumberBearsIt(String issuer, String serial) {
        assertThat(AccountSerial.of(ENTRY, issuer, "bob", WITH_ISSUER)).isEqualTo(serial);
        assertThat(AccountSerial.of(ENTRY, issuer, "bob", ReadingTerms.STRICT)).isEqualTo("bob");
    }

    @Test
    void refusesWhatIsTooLongTogether() {
        var account = "a".repeat(60);
        assertThat(AccountSerial.of(ENTRY, "Acme", account, ReadingTerms.STRICT))
                .isEqualTo(account);
        assertThatThrownBy(() -> AccountSerial.of(ENTRY, "Acme", account, WITH_ISSUER))
                .hasMessage(
                        "entry 1 has an account, standing for the serial number, that is longer than 64 characters");
    }

    /** In every format in which the account stands for the serial number. */
    @ParameterizedTest
    @CsvSource({
        "seedfiles/otpauth.txt, Acme:alice@example.org",
        "seedfiles/aegis.json, Example:jane@example.org",
        "seedfiles/2fas.json, Example-Ltd:jane@example.org",
        "seedfiles/freeotp-plus.json, Example:jane@example.org",
        "seedfiles/migration.txt, Acme:alice@example.org"
    })
    void isTheFirstOf(String file, String serial) {
        assertThat(serials(file)).first().isEqualTo(serial);
    }

    private static List<String> serials(String file) {
        var serials = new ArrayList<String>();
        try (var reader = Fixtures.open(file, WITH_ISSUER)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                try (var key = next.get()) {
                    serials.add(key.serial());
                }
            }
        }
        return serials;
    }
}
