package fobsmith.desk.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A desk with the card of the flow pressed, and what a test of it does again and again. */
abstract class VirtualTest {
    static final String ARN = "arn:aws:iam::123456789012:mfa/alice/phone";
    static final String SCAN = "Scan, then type two codes";

    DeskRig rig;
    User alice;
    Path folder;

    @BeforeEach
    void begin(@TempDir Path temporary) {
        folder = temporary;
        rig = new DeskRig(folder, List.of(VirtualFlow.FLOW));
        alice = rig.registry.user("alice");
        rig.registry.user("bob");
        rig.signedIn().press(KeyCode.ENTER);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    void choose(String name) {
        rig.write(name).press(KeyCode.ENTER);
    }

    void showQr() {
        choose("alice");
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts()).contains(SCAN);
        assertThat(devices()).hasSize(1);
    }

    Phone phone() {
        return Phone.scan(rig, folder);
    }

    List<Token> devices() {
        return rig.registry.registry.tokens().list("", 100).items();
    }

    SerialNumber.VirtualArn only() {
        return (SerialNumber.VirtualArn) devices().getFirst().serial();
    }

    void give(User user, String name) {
        var serial = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/" + user.name() + "/", name);
        try (var seed = TestRegistry.seedOf(serial)) {
            rig.registry.registry.virtualDevices().create(rig.registry.console, serial, seed, List.of());
        }
        rig.registry.registry.typedCodes().enable(rig.registry.console, user, serial, rig.registry.pair(serial, 0));
    }
}
