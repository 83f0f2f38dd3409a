package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialNumberTest {
    @Test
    void aPrintedSerialIsKeptInUpperCase() {
        assertThat(SerialNumber.parse("gaht12345678")).isEqualTo(new SerialNumber.Hardware("GAHT12345678"));
        assertThat(SerialNumber.parse("NITROKEY-00005B3A:02").value()).isEqualTo("NITROKEY-00005B3A:02");
    }

    @Test
    void anArnKeepsItsCaseAndIsComparedWithoutIt() {
        var arn = "arn:aws:iam::123456789012:mfa/division/Bob@example.com";
        var parsed = SerialNumber.parse(arn);
        assertThat(parsed)
                .isEqualTo(new SerialNumber.VirtualArn("123456789012", "/division/", "Bob@example.com"))
                .hasToString(arn);
        assertThat(SerialNumber.parse(arn.replace("Bob", "BOB")).key()).isEqualTo(parsed.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "A234567890123456789012345678901234567890123456789012345678901234X",
                "GAHT 12345678",
                "GAHT12345678;",
                "GÄHT12345678",
                "arn:aws:iam::123456789012:u2f/user/bob/x",
                "arn:aws:iam::12345:mfa/Bob",
                ""
            })
    void refusesWhatIsNeither(String text) {
        assertThatThrownBy(() -> SerialNumber.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
