package fobsmith.devices.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeedsPcscdTest {
    private static final Optional<String> MISSING = Optional.of("apt-get install pcscd");

    @Test
    void skipsOnlyWhereSomethingIsMissing() {
        assertThat(NeedsPcscd.evaluate(Optional.empty(), true).isDisabled()).isFalse();
        assertThat(NeedsPcscd.evaluate(Optional.empty(), false).isDisabled()).isFalse();
        assertThat(NeedsPcscd.evaluate(MISSING, false).isDisabled()).isTrue();
    }

    /** Nobody would see there what was not tested. */
    @Test
    void failsInTheIntegrationWhereSomethingIsMissing() {
        assertThatThrownBy(() -> NeedsPcscd.evaluate(MISSING, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("needs a pcscd of its own: apt-get install pcscd");
    }
}
