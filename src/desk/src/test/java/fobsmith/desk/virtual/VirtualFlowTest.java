package fobsmith.desk.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.desk.Theme;
import fobsmith.desk.controls.SecretText;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** By keyboard alone, over a real registry; the phone scans what the window shows. */
class VirtualFlowTest extends VirtualTest {
    @Test
    void aPhoneThatScansTheScreenBecomesTheDevice() {
        showQr();
        try (var phone = phone()) {
            rig.write(phone.code(0))
                    .turn(Duration.ofSeconds(30))
                    .write(phone.code(0))
                    .press(KeyCode.ENTER);
        }
        assertThat(rig.texts()).contains("alice has the device “phone”.", ARN);
        var enabled = rig.registry.registry.tokens().findEnabled(alice, only());
        assertThat(enabled).map(Token::suspect).contains(false);
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Hello, administrator");
        rig.control(KeyCode.Q);
        assertThat(rig.registry.registry.tokens().findEnabled(alice, only())).isPresent();
    }

    @Test
    void theCodeIsBlackOnWhiteInTheDarkThemeToo() {
        DeskRig.onScreen(() -> {
            rig.front.use(Theme.DARK);
            return true;
        });
        showQr();
        try (var phone = phone()) {
            assertThat(phone.code(0)).hasSize(6);
        }
    }

    @Test
    void thePictureIsPaintedOverWhenItIsLeft() {
        showQr();
        var image = DeskRig.onScreen(() -> ((ImageView) rig.window.scene().lookup(".qr .image-view")).getImage());
        assertThat(blackPixels(image)).isPositive();
        rig.press(KeyCode.ESCAPE);
        assertThat(blackPixels(image)).isZero();
    }

    private static long blackPixels(javafx.scene.image.Image image) {
        return DeskRig.onScreen(() -> {
            long black = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    black += image.getPixelReader().getArgb(x, y) == 0xff000000 ? 1 : 0;
                }
            }
            return black;
        });
    }

    @Test
    void wrongCodesAreSaidAndOthersMayBeTried() {
        showQr();
        rig.write("123456").write("654321").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("These two codes are not of this QR code, or not in this order.");
        assertThat(rig.focused().getId()).isEqualTo("first-code");
        try (var phone = phone()) {
            rig.write(phone.code(-1)).write(phone.code(0)).press(KeyCode.ENTER);
        }
        assertThat(rig.texts()).contains("alice has the device “phone”.");
    }

    @Test
    void lateCodesMakeTheDeviceHersAndFreshOnesSetItRight() {
        showQr();
        try (var phone = phone()) {
            rig.write(phone.code(0))
                    .write(phone.code(1))
                    .turn(Duration.ofMinutes(3))
                    .press(KeyCode.ENTER);
            assertThat(rig.texts())
                    .contains("The codes were typed too long ago: the device is associated, but out of step.");
            assertThat(rig.registry.registry.tokens().findEnabled(alice, only()))
                    .isPresent();
            assertThat(rig.mute()).isEmpty();
            rig.write("000001").write("000002").press(KeyCode.ENTER);
            assertThat(rig.texts()).contains("These two codes are not of this QR code, or not in this order.");
            rig.write(phone.code(-1)).write(phone.code(0)).press(KeyCode.ENTER);
        }
        assertThat(rig.texts()).contains("alice has the device “phone”.");
        assertThat(devices().getFirst().clock().driftMillis()).isBetween(-60_000L, 60_000L);
    }

    @Test
    void aLateDeviceThatIsLeftSoStaysHers() {
        showQr();
        try (var phone = phone()) {
            rig.write(phone.code(0))
                    .write(phone.code(1))
                    .turn(Duration.ofMinutes(3))
                    .press(KeyCode.ENTER);
        }
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Hello, administrator");
        assertThat(rig.registry.registry.tokens().findEnabled(alice, only())).isPresent();
    }

    @Test
    void anotherLanguageKeepsTheDevice() {
        showQr();
        var before = only();
        rig.control(KeyCode.G);
        assertThat(rig.texts()).contains("Escanee y escriba dos códigos");
        assertThat(devices()).extracting(Token::serial).containsExactly(before);
    }

    @Test
    void proposesANameThatIsFreeAndTakesAnother() {
        give(alice, "phone");
        give(alice, "phone-2");
        choose("alice");
        rig.press(KeyCode.ENTER);
        assertThat(devices()).extracting(token -> token.serial().value()).contains(ARN + "-3");
        rig.press(KeyCode.ESCAPE).control(KeyCode.A).write("tablet").press(KeyCode.ENTER);
        assertThat(devices())
                .extracting(token -> token.serial().value())
                .contains("arn:aws:iam::123456789012:mfa/alice/tablet")
                .doesNotContain(ARN + "-3");
    }

    @Test
    void saysThatANameIsTaken() {
        var serial = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/alice/", "phone");
        try (var seed = TestRegistry.seedOf(serial)) {
            rig.registry.registry.virtualDevices().create(rig.registry.console, serial, seed, List.of());
        }
        choose("alice");
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("alice already has a device “phone”, or had one that was never deleted.");
        assertThat(devices()).extracting(Token::state).containsExactly(TokenState.UNASSIGNED);
    }

    @Test
    void takesNoNameThatIamWouldNotTake() {
        choose("alice");
        rig.control(KeyCode.A).write("my phone").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Letters, digits and _ + = , . @ - only, 64 at most.");
        assertThat(devices()).isEmpty();
    }

    @Test
    void saysAtOnceThatAPersonHasAsManyDevicesAsThereCanBe() {
        Stream.of("1", "2", "3", "4", "5", "6", "7", "8").forEach(name -> give(alice, name));
        choose("alice");
        assertThat(rig.texts()).contains("alice already has 8 devices; there can be no more.", "Whose phone is it?");
    }

    @Test
    void showsTheSecretAsTextOnRequestAndHidesItByItself() {
        showQr();
        assertThat(secret()).isEmpty();
        askForTheSecret();
        assertThat(secret()).matches("([A-Z2-7]{4} ){15}[A-Z2-7]{4}");
        rig.turn(SecretText.SHOWN_FOR.minusSeconds(1));
        look();
        assertThat(secret()).isNotEmpty();
        rig.turn(Duration.ofSeconds(1));
        look();
        assertThat(secret()).isEmpty();
    }

    private void askForTheSecret() {
        DeskRig.onScreen(() -> {
            rig.window.scene().lookup("#secret-button").requestFocus();
            return true;
        });
        rig.press(KeyCode.SPACE);
    }

    private void look() {
        DeskRig.onScreen(() -> {
            ((SecretText) rig.window.scene().lookup(".secret-text")).look();
            return true;
        });
    }

    private String secret() {
        return DeskRig.onScreen(() -> ((Label) rig.window.scene().lookup("#secret-text")).getText());
    }

    @Test
    void hidesTheSecretWhenTheKeyboardGoesElsewhere() {
        showQr();
        askForTheSecret();
        rig.press(KeyCode.TAB);
        assertThat(secret()).isEmpty();
        askForTheSecret();
        assertThat(secret()).isNotEmpty();
        rig.control(KeyCode.L);
        assertThat(secret()).isEmpty();
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        assertThat(rig.mute()).isEmpty();
        choose("alice");
        assertThat(rig.mute()).isEmpty();
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts()).contains(SCAN);
        assertThat(rig.mute()).isEmpty();
    }
}
