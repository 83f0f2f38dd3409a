package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest extends RiggedTest {
    @Test
    void hasOneAliasAtMost() {
        var account = rig.registry.account();
        assertThat(account.alias()).isEmpty();
        account.createAlias(rig.console, "acme");
        account.createAlias(rig.console, "acme-bern");
        assertThat(account.alias()).contains("acme-bern");
        assertThatThrownBy(() -> account.deleteAlias(rig.console, "acme"))
                .isInstanceOf(RegistryRefusal.UnknownAlias.class);
        account.deleteAlias(rig.console, "acme-bern");
        assertThat(account.alias()).isEmpty();
    }

    @Test
    void countsWhatIsInItAndRootIsNoUser() {
        var root = rig.registry.users().root();
        var fob = rig.fob("GAHT00000001");
        assertThat(rig.registry.account().census(rig.registry.now()))
                .isEqualTo(new Account.Census(1, 0, 0, 0, 0, false));
        try (var seed = rig.registry.identifiers().seed()) {
            var phone = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/", "phone");
            rig.registry.virtualDevices().create(rig.console, phone, seed, List.of());
        }
        rig.registry.typedCodes().enable(rig.console, root, fob, rig.pair(fob, 0));
        assertThat(rig.registry.account().census(rig.registry.now()))
                .isEqualTo(new Account.Census(1, 0, 0, 1, 1, true));
        assertThat(rig.registry.users().list("/", "", "", 9).items()).containsExactly(rig.administrator);
    }

    @Test
    void rootBearsTheAccountsNumberAndAnArnOfItsOwn() {
        var root = rig.registry.users().root();
        assertThat(root.id()).isEqualTo(TestRegistry.ACCOUNT);
        assertThat(root.arn(TestRegistry.ACCOUNT)).isEqualTo("arn:aws:iam::123456789012:root");
        assertThat(rig.administrator.isRoot()).isFalse();
    }
}
