package fobsmith.oath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimePasswordTest {
    @Test
    void isEqualByItsDigitsAndNotByItsValue() {
        assertThat(OneTimePassword.parse("012345"))
                .isEqualTo(OneTimePassword.parse("012345"))
                .isNotEqualTo(OneTimePassword.parse("0012345"))
                .isNotEqualTo(OneTimePassword.parse("012346"));
    }

    @Test
    void doesNotPrintItself() {
        assertThat(OneTimePassword.parse("123456")).asString().doesNotContain("123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "12345678901", "12 456", "+12345", "-12345", "１２３４５６", "12345a"})
    void refusesWhatNoTokenShows(String typed) {
        assertThatThrownBy(() -> OneTimePassword.parse(typed)).hasMessage("a code is 6 to 10 digits");
    }
}
