package fobsmith.iam.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.iam.IamError;
import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpauthKey;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import fobsmith.seedfiles.QrCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtualDevicesAtDeskTest extends DeskTest {
    private Console console;

    @BeforeEach
    void signInAsOneWhoMay() {
        allow("iam:CreateVirtualMFADevice", "iam:EnableMFADevice");
        console = signIn();
    }

    /** What a phone shows that scanned the picture. */
    private CodePair phone(ShownKey shown) {
        try (var key = OtpauthKey.parse(QrCode.read(shown.png()))) {
            var profile = OtpProfile.Totp.STANDARD;
            long step = profile.stepAt(station.clock.instant());
            return new CodePair(Codes.code(key.seed(), profile, step - 1), Codes.code(key.seed(), profile, step));
        }
    }

    private boolean isThere(SerialNumber serial) {
        return station.registry.tokens().find(serial).isPresent();
    }

    @Test
    void aScannedDeviceIsTheUsersAndStays() {
        SerialNumber serial;
        try (var made = console.virtualDevices().create(alice, "phone")) {
            serial = made.serial();
            assertThat(serial.value()).isEqualTo("arn:aws:iam::123456789012:mfa/alice/phone");
            assertThat(made.key().uri()).contains("alice@123456789012").contains("issuer=Amazon%20Web%20Services");
            assertThat(made.key().text()).matches("([A-Z2-7]{4} ){15}[A-Z2-7]{4}");
            assertThat(made.enable(now(phone(made.key())))).isInstanceOf(PairOutcome.Done.class);
        }
        console.close();
        assertThat(station.registry.tokens().findEnabled(alice, serial)).isPresent();
    }

    @Test
    void oldCodesOfAPhoneMeanOutOfSync() {
        try (var made = console.virtualDevices().create(alice, "phone")) {
            var codes = phone(made.key());
            station.clock.turn(Duration.ofMinutes(4));
            assertThat(made.enable(now(codes))).isInstanceOf(PairOutcome.OutOfSync.class);
        }
    }

    @Test
    void givingUpLeavesNothing() {
        var made = console.virtualDevices().create(alice, "phone");
        made.enable(now(CodePair.parse("000001", "000002")));
        made.close();
        assertThat(isThere(made.serial())).isFalse();
        assertThat(station.registry.audit().newest(1).getFirst().detail()).contains("given up");
    }

    @Test
    void signingOutLeavesNothingEvenIfPoliciesHaveChanged() {
        var made = console.virtualDevices().create(alice, "phone");
        allow("iam:ListUsers");
        console.close();
        assertThat(isThere(made.serial())).isFalse();
        assertThatThrownBy(() -> made.key().uri()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCrashLeavesNothingPastTheNextSignInAnHourLater() {
        var serial = console.virtualDevices().create(alice, "phone").serial();
        station.clock.turn(Duration.ofMinutes(59));
        signIn();
        assertThat(isThere(serial)).isTrue();
        station.clock.turn(Duration.ofMinutes(2));
        signIn();
        assertThat(isThere(serial)).isFalse();
    }

    @Test
    void whatWasEverEnabledOrMadeElsewhereIsLeft() {
        SerialNumber used;
        try (var made = console.virtualDevices().create(alice, "phone")) {
            used = made.serial();
            made.enable(now(phone(made.key())));
        }
        station.registry.tokens().deactivate(station.console, alice, used);
        var elsewhere = new SerialNumber.VirtualArn("123456789012", "/", "tablet");
        try (var seed = station.registry.identifiers().seed()) {
            station.registry.virtualDevices().create(station.console, elsewhere, seed, List.of());
        }
        station.clock.turn(Duration.ofHours(2));
        signIn();
        assertThat(station.registry.tokens().get(used).state()).isEqualTo(TokenState.UNASSIGNED);
        assertThat(isThere(elsewhere)).isTrue();
    }

    @Test
    void asksForBothActionsBeforeItMakesAnything() {
        allow("iam:CreateVirtualMFADevice");
        denied(() -> console.virtualDevices().create(alice, "phone"));
        allow("iam:EnableMFADevice");
        denied(() -> console.virtualDevices().create(alice, "phone"));
        denied(() -> console.virtualDevices().createTemporary(alice, Duration.ofHours(1)));
        allowOn("arn:aws:iam::*:user/alice", "iam:EnableMFADevice");
        denied(() -> console.virtualDevices().create(olga, "phone"));
        assertThat(station.registry.tokens().list("", 10).items()).isEmpty();
    }

    @Test
    void refusesNamesThatCannotBe() {
        refused(IamError.VALIDATION_ERROR, () -> console.virtualDevices().create(alice, "my phone"));
    }

    @Test
    void aTemporaryDeviceIsHisAtOnceAndForAWhile() {
        SerialNumber serial;
        try (var made = console.virtualDevices().createTemporary(alice, Duration.ofHours(12))) {
            serial = made.serial();
            assertThat(made.expiresAt()).isEqualTo(station.clock.instant().plus(Duration.ofHours(12)));
            assertThat(serial.value()).startsWith("arn:aws:iam::123456789012:mfa/alice/temporary-");
            assertThat(made.key().text()).isNotEmpty();
        }
        assertThat(station.registry.tokens().findEnabled(alice, serial)).isPresent();
        assertThatThrownBy(() -> console.virtualDevices().createTemporary(alice, Duration.ofDays(8)))
                .hasMessage("a temporary device lasts 1 to 168 hours, not 192");
    }

    @Test
    void aTemporaryDeviceThatNobodyWasShownGoesWhateverThePolicies() {
        var made = console.virtualDevices().createTemporary(alice, Duration.ofHours(12));
        allow("iam:ListUsers");
        console.close();
        assertThat(isThere(made.serial())).isFalse();
    }
}
