package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as Yubico/yubikey-manager writes and reads them, yubikit/oath.py. */
class CredentialIdTest {
    @ParameterizedTest
    @CsvSource({
        "Acme:alice, 30, Acme, alice",
        "60/Acme:alice, 60, Acme, alice",
        "noissuer, 30, '', noissuer",
        "60/weird, 60, '', weird",
        "Acme:YUBIKEY-12345678:07, 30, Acme, YUBIKEY-12345678:07",
        ":alice, 30, '', :alice",
        "Zürich:ä, 30, Zürich, ä"
    })
    void readsTimeBasedNames(String text, int period, String issuer, String name) {
        assertThat(CredentialId.timeBased(text)).isEqualTo(new CredentialId(Duration.ofSeconds(period), issuer, name));
        assertThat(CredentialId.timeBased(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"Acme:a:b, Acme, a:b", "60/Acme:a, 60/Acme, a", "alone, '', alone"})
    void readsOtherNamesUpToTheFirstColon(String text, String issuer, String name) {
        assertThat(CredentialId.counting(text)).isEqualTo(new CredentialId(CredentialId.USUAL_PERIOD, issuer, name));
    }

    @Test
    void refusesANameOfNothing() {
        assertThatThrownBy(() -> CredentialId.timeBased("")).isInstanceOf(DeviceException.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", ":", "60/a", "a\nb", "1/"})
    void takesNoTitleThatWouldBeReadBackAsSomethingElse(String title) {
        assertThat(CredentialId.isIssuer(title)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "Acme Ltd.", "60", "a/b", "Zürich"})
    void takesAnyOtherTitle(String title) {
        assertThat(CredentialId.isIssuer(title)).isTrue();
        var id = new CredentialId(Duration.ofSeconds(45), title, "S:01");
        assertThat(CredentialId.timeBased(id.toString())).isEqualTo(id);
    }
}
