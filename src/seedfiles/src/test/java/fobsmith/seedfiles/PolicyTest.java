package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    private static final String PIN = Fixtures.text("pskc/policy-pin.xml");
    private static final ReadingTerms TERMS = ReadingTerms.STRICT.tolerating(Leniency.PIN_CHECKED_BY_TOKEN);

    @Test
    void handsOnThePolicyOfAPinThatTheTokenChecks() {
        var xml = PIN.replace("MinLength", "MaxFailedAttempts=\"3\" MinLength");
        try (var reader = Fixtures.reader(xml, TERMS);
                var key = reader.next().orElseThrow()) {
            assertThat(key.pinPolicy()).contains(new PinPolicy(PinPolicy.UsageMode.LOCAL, "pin-1", "DECIMAL", 4, 4, 3));
            assertThat(key.usages()).containsExactly("OTP");
        }
    }

    @Test
    void hasNoPolicyWhereTheFileHasNone() {
        try (var key = Fixtures.first("pskc/three-fobs.xml")) {
            assertThat(key.pinPolicy()).isEmpty();
            assertThat(key.usages()).isEmpty();
        }
    }

    @Test
    void handsOnEveryUsageBesidesOtp() {
        var xml = PIN.replace("<KeyUsage>", "<KeyUsage>CR</KeyUsage><KeyUsage>Unlock</KeyUsage><KeyUsage>");
        try (var reader = Fixtures.reader(xml, TERMS);
                var key = reader.next().orElseThrow()) {
            assertThat(key.usages()).containsExactlyInAnyOrder("CR", "Unlock", "OTP");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "Local"              | "Prepend"                  | has a PIN policy (PINPolicy) by which the PIN goes into the code (Prepend), which is not supported
        "Local"              | "Append"                   | has a PIN policy (PINPolicy) by which the PIN goes into the code (Append), which is not supported
        "Local"              | "Algorithmic"              | has a PIN policy (PINPolicy) by which the PIN goes into the code (Algorithmic), which is not supported
        "Local"              | "Sometimes"                | has a Policy that is not understood (PINUsageMode "Sometimes"), so its key must not be used
        PINUsageMode="Local" | ''                         | has a Policy that is not understood (PINUsageMode ""), so its key must not be used
        MinLength            | OnWeekDaysOnly="TRUE" MinLength | has a Policy that is not understood (an attribute of PINPolicy), so its key must not be used
        "Local"/>            | "Local"><Foo/></PINPolicy> | has a Policy that is not understood (an element in PINPolicy), so its key must not be used
        MinLength="4"        | MinLength="-4"             | has a negative MinLength
        MinLength="4"        | MinLength="four"           | has a MinLength that is not a whole number
        """)
    void refusesWhatItCannotHonour(String honest, String changed, String reason) {
        assertThat(PIN).contains(honest);
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.reader(PIN.replace(honest, changed), TERMS)))
                .isInstanceOf(SeedFileException.class)
                .hasMessage("token GAHT00000001 " + reason);
    }
}
