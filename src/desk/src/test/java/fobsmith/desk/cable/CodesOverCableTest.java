package fobsmith.desk.cable;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.Flow;
import fobsmith.desk.giveback.GivebackFlow;
import fobsmith.desk.person.RootFlow;
import fobsmith.desk.resync.ResyncFlow;
import fobsmith.desk.stock.StockFlow;
import fobsmith.desk.whose.WhoseFlow;
import fobsmith.registry.AuditRecord;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A YubiKey has no display: wherever two codes are asked for, the desk reads its own for the operator. */
class CodesOverCableTest {
    private static final String READ = "Read the code _off the token";

    @TempDir
    Path folder;

    private @Nullable KeyOnTheTable open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    /** Nobody has signed in. */
    private KeyOnTheTable table(Flow flow, boolean locked) {
        var table = new KeyOnTheTable(folder, flow, locked);
        open = table;
        return table;
    }

    private static void begin(KeyOnTheTable table) {
        table.rig.signedIn().press(KeyCode.ENTER);
    }

    private static void choose(KeyOnTheTable table, String typed) {
        table.rig.write(typed).press(KeyCode.ENTER);
        assertThat(table.rig.texts()).contains(READ);
        assertThat(table.rig.mute()).isEmpty();
    }

    @Test
    void rootGetsAKey() {
        var table = table(RootFlow.FLOW, false);
        begin(table);
        table.rig.shiftTab().press(KeyCode.SPACE);
        choose(table, table.told);
        table.readBoth();
        assertThat(table.rig.texts()).contains(table.told + " is root’s device now.");
    }

    @Test
    void aKeyThatComesBackIsStockAgain() {
        var table = table(GivebackFlow.FLOW, false);
        table.give(table.rig.registry.user("alice"));
        begin(table);
        table.rig.write("alice").press(KeyCode.ENTER);
        choose(table, "");
        assertThat(table.state()).isEqualTo(TokenState.RETURNED);
        table.readBoth();
        assertThat(table.state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void aPersonsKeyIsResynchronised() {
        var table = table(ResyncFlow.FLOW, false);
        table.give(table.rig.registry.user("alice"));
        begin(table);
        choose(table, "alice");
        table.readBoth();
        assertThat(table.rig.texts()).contains("The device of alice is in step again.");
    }

    @Test
    void whoseItIsIsFoundByTheOnlyKeyOnACable() {
        var table = table(WhoseFlow.FLOW, false);
        begin(table);
        assertThat(table.rig.texts()).contains(READ);
        table.readBoth();
        assertThat(table.rig.texts()).contains(table.told + " is nobody’s: it is in stock.");
    }

    @Test
    void aLockedKeyIsOpenedWithWhatTheRegistryKnowsAndThatIsRecorded() {
        var table = table(GivebackFlow.FLOW, true);
        var registry = table.rig.registry;
        table.comesBack();
        begin(table);
        table.rig.write(table.told).press(KeyCode.ENTER);
        choose(table, "");
        table.readBoth();
        assertThat(table.state()).isEqualTo(TokenState.PROVEN);
        assertThat(registry.registry.audit().about(table.told, 20))
                .extracting(AuditRecord::action)
                .containsOnlyOnce("check")
                .contains("use-credential");
    }

    @Test
    void aKeyLockedWithWhatNobodyToldTheRegistryIsSaidToBeSo() {
        var table = table(ResyncFlow.FLOW, false);
        table.give(table.rig.registry.user("alice"));
        table.lock();
        begin(table);
        choose(table, "alice");
        table.rig.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        assertThat(table.rig.texts())
                .contains("The token is locked with a password or PIN that the registry does not know.");
    }

    @Test
    void aLockedKeyStaysLockedForWhoMayNotCheckTokens() {
        var table = table(StockFlow.FLOW, true);
        var registry = table.rig.registry;
        registry.registry
                .inlinePolicies()
                .put(registry.console, registry.administrator, new InlinePolicy("not-this", """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"fobsmith:CheckToken",\
                        "Resource":"*"}]}"""));
        table.comesBack();
        toTheCheck(table);
        table.rig.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        assertThat(table.rig.texts()).contains("Your policies do not allow that.");
        assertThat(registry.registry.audit().about(table.told, 20))
                .extracting(AuditRecord::action)
                .doesNotContain("use-credential");
    }

    @Test
    void aKeyOfTheStockIsChecked() {
        var table = table(StockFlow.FLOW, false);
        table.comesBack();
        toTheCheck(table);
        table.readBoth();
        assertThat(table.rig.texts()).contains("It is the token it says it is.");
    }

    private static void toTheCheck(KeyOnTheTable table) {
        begin(table);
        table.rig.write(table.told).press(KeyCode.ENTER);
        for (int tabs = 0; tabs < 20 && !"deed-check".equals(table.rig.focused().getId()); tabs++) {
            table.rig.press(KeyCode.TAB);
        }
        table.rig.press(KeyCode.SPACE);
        assertThat(table.rig.texts()).contains(READ);
    }

    @Test
    void thatTheKeyWasPulledSinceIsSaid() {
        var table = table(ResyncFlow.FLOW, false);
        table.give(table.rig.registry.user("alice"));
        begin(table);
        choose(table, "alice");
        table.control.unplug(table.twin);
        table.rig.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        assertThat(table.rig.texts()).contains("The token cannot be opened.");
        table.control.plug(table.twin);
        table.readBoth();
        assertThat(table.rig.texts()).contains("The device of alice is in step again.");
    }
}
