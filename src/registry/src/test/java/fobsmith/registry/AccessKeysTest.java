package fobsmith.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessKeysTest extends RiggedTest {
    private AccessKey key;

    @BeforeEach
    void makeAKey() {
        key = rig.registry
                .accessKeys()
                .create(rig.console, rig.administrator, "forty characters are what a secret has..".getBytes(US_ASCII));
    }

    private AccessKey again() {
        return rig.registry.accessKeys().find(key.id()).orElseThrow();
    }

    private void use(String region) {
        rig.registry.accessKeys().used(again(), rig.clock.instant(), "iam", region);
    }

    @Test
    void rememberTheirLastUseOnceAMinute() {
        assertThat(key.lastUse()).isNull();
        use("one");
        var first = new AccessKey.Use(rig.clock.instant(), "iam", "one");
        assertThat(again().lastUse()).isEqualTo(first);
        rig.clock.turn(Duration.ofSeconds(59));
        use("two");
        assertThat(again().lastUse()).isEqualTo(first);
        rig.clock.turn(Duration.ofSeconds(1));
        use("three");
        assertThat(requireNonNull(again().lastUse()).region()).isEqualTo("three");
    }

    @Test
    void areSwitchedOffAndOnByTheirOwnerOnly() {
        var keys = rig.registry.accessKeys();
        keys.setActive(rig.console, rig.administrator, key.id(), false);
        assertThat(again().active()).isFalse();
        assertThat(newest().detail()).contains(key.id(), "\"after\":\"inactive\"");
        keys.setActive(rig.console, rig.administrator, key.id(), true);
        assertThat(again().active()).isTrue();
        assertThatThrownBy(() -> keys.setActive(rig.console, rig.user("bob"), key.id(), false))
                .isInstanceOf(RegistryRefusal.UnknownAccessKey.class);
    }
}
