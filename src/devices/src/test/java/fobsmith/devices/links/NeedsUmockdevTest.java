package fobsmith.devices.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeedsUmockdevTest {
    @Test
    void skipsWhereItIsMissingButOnABuildServer() {
        assertThat(NeedsUmockdev.evaluate(true, true).isDisabled()).isFalse();
        assertThat(NeedsUmockdev.evaluate(false, false).isDisabled()).isTrue();
        assertThatThrownBy(() -> NeedsUmockdev.evaluate(false, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("apt-get install umockdev");
    }
}
