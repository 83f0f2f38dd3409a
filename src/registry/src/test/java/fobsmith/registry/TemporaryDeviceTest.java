package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.Codes;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device for the day a token was left at home. */
class TemporaryDeviceTest extends RiggedTest {
    private static final SerialNumber.VirtualArn TODAY = arn("today");

    private User bob;
    private Seed seed;

    private static SerialNumber.VirtualArn arn(String name) {
        return new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/temporary/", name);
    }

    @BeforeEach
    void makeOneForEightHours() {
        bob = rig.user("bob");
        seed = rig.registry.identifiers().seed();
        make(TODAY);
    }

    private void make(SerialNumber.VirtualArn serial) {
        rig.registry.virtualDevices().createTemporary(rig.console, bob, serial, seed, Duration.ofHours(8));
    }

    @AfterEach
    void wipe() {
        seed.close();
    }

    private OneTimePassword code() {
        var profile = OtpProfile.Totp.STANDARD;
        return Codes.code(seed, profile, profile.stepAt(rig.clock.instant()));
    }

    private CodeOutcome signIn(SerialNumber serial) {
        return rig.registry.typedCodes().signIn(rig.console, bob, serial, code());
    }

    @Test
    void signsInWithoutHavingShownCodesUntilItExpires() {
        assertThat(signIn(TODAY)).isInstanceOf(CodeOutcome.Accepted.class);
        rig.clock.turn(Duration.ofHours(8).minusMillis(1));
        assertThat(signIn(TODAY)).isInstanceOf(CodeOutcome.Accepted.class);
        rig.clock.turn(Duration.ofMillis(1));
        assertThatThrownBy(() -> signIn(TODAY)).isInstanceOf(RegistryRefusal.UnknownToken.class);
    }

    @Test
    void isGoneWithItsSeedOnceItIsTakenBack() {
        rig.registry.tokens().deactivate(rig.console, bob, TODAY);
        assertThat(rig.registry.tokens().find(TODAY)).isEmpty();
    }

    @Test
    void makesRoomForTheNextWhenItsTimeIsOver() {
        for (int i = 2; i <= 8; i++) {
            make(arn("day" + i));
        }
        assertThatThrownBy(() -> make(arn("day9"))).isInstanceOf(RegistryRefusal.QuotaExceeded.class);
        rig.clock.turn(Duration.ofHours(8));
        make(arn("day9"));
        assertThat(rig.registry.tokens().listEnabled(bob, "", 9).items())
                .extracting(Token::serial)
                .containsExactly(arn("day9"));
    }

    /** Neither a code of it is asked for, which nobody would take, nor does it take any room. */
    @Test
    void isNoDeviceAnyMoreWhenItsTimeIsOver() {
        for (int i = 2; i <= 8; i++) {
            make(arn("day" + i));
        }
        var fob = rig.fob("GAHT00000001");
        var codes = rig.registry.typedCodes();
        var none = new Voucher.None();
        rig.clock.turn(Duration.ofHours(8).minusMillis(1));
        assertThatThrownBy(() -> codes.enable(rig.console, bob, fob, rig.pair(fob, 0)))
                .isInstanceOf(RegistryRefusal.QuotaExceeded.class);
        assertThatThrownBy(() -> codes.enable(rig.console, bob, fob, rig.pair(fob, 0), none))
                .isInstanceOf(RegistryRefusal.CodeNeeded.class);
        rig.clock.turn(Duration.ofMillis(1));
        assertThatThrownBy(() -> rig.registry.users().delete(rig.console, bob))
                .isInstanceOf(RegistryRefusal.StillHas.class);
        assertThat(codes.enable(rig.console, bob, fob, rig.pair(fob, 0), none))
                .isInstanceOf(CodeOutcome.Accepted.class);
    }

    @Test
    void isNoFirstOneWhereThereIsADevice() {
        var devices = rig.registry.virtualDevices();
        assertThatThrownBy(() -> devices.createTemporary(
                        rig.console, bob, arn("more"), seed, Duration.ofHours(1), new Voucher.None()))
                .isInstanceOf(RegistryRefusal.CodeNeeded.class);
        assertThat(rig.registry.tokens().find(arn("more"))).isEmpty();
    }

    @Test
    void standsInTheAuditTrailWithItsEnd() {
        assertThat(newest())
                .returns("create-temporary-device", AuditRecord::action)
                .returns(
                        "{\"expires\":\"%s\",\"user\":\"%s\"}"
                                .formatted(rig.clock.instant().plus(Duration.ofHours(8)), bob.id()),
                        AuditRecord::detail);
    }
}
