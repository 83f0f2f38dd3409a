package fobsmith.desk.virtual;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.desk.ConsoleRig;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.ShownKey;
import fobsmith.iam.console.TypedPair;
import fobsmith.oath.Base32;
import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.registry.CodePair;
import fobsmith.registry.InlinePolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window. */
class VirtualModelTest {
    private ConsoleRig rig;
    private PersonModel person;
    private VirtualModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new ConsoleRig(folder);
        person = new PersonModel(rig.console);
        model = new VirtualModel(rig.console, person);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** What a phone shows that was told this seed, at this step before the one of now. */
    private TypedPair phone(ShownKey key, int stepsAgo) {
        try (var seed = Seed.adopt(Base32.decode(key.text().replace(" ", "").getBytes(US_ASCII)))) {
            var profile = OtpProfile.Totp.STANDARD;
            long step = profile.stepAt(rig.registry.clock.instant()) - stepsAgo;
            var codes = new CodePair(Codes.code(seed, profile, step - 1), Codes.code(seed, profile, step));
            return new TypedPair(codes, rig.registry.clock.instant());
        }
    }

    private boolean isThere() {
        return rig.registry.registry.tokens().find(model.serial()).isPresent();
    }

    @Test
    void givesUpTheDeviceBeforeWhenItMakesAnother() {
        assertThat(person.choose("alice")).isTrue();
        model.make(model.proposal());
        var first = model.serial();
        model.make("tablet");
        assertThat(rig.registry.registry.tokens().find(first)).isEmpty();
        model.leave();
        assertThat(isThere()).isFalse();
        assertThatThrownBy(model::key).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void makesNothingAnyMoreOnceItWasLeft() {
        person.choose("alice");
        model.leave();
        model.make("phone");
        assertThat(rig.registry.registry.tokens().list("", 10).items()).hasSize(1);
    }

    @Test
    void wipesTheSeedOfADeviceThatIsEnabledAndLeavesIt() {
        person.choose("alice");
        model.make("phone");
        var key = model.key();
        assertThat(model.enable(phone(key, 0))).isInstanceOf(PairOutcome.Done.class);
        model.leave();
        assertThat(isThere()).isTrue();
        assertThatThrownBy(key::text).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oldCodesOfAPhoneAreMendedByFreshOnes() {
        person.choose("alice");
        model.make("phone");
        var key = model.key();
        var old = phone(key, 0);
        rig.registry.clock.turn(Duration.ofMinutes(4));
        var fresh = phone(key, 0);
        assertThat(model.enable(old)).isInstanceOf(PairOutcome.OutOfSync.class);
        assertThat(model.resync(fresh)).isInstanceOf(PairOutcome.Done.class);
    }

    @Test
    void whoMayNotSeeDevicesMayStillMakeOne() {
        var document = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:ListMFADevices","Resource":"*"}]}""";
        rig.registry
                .registry
                .inlinePolicies()
                .put(rig.registry.console, rig.registry.administrator, new InlinePolicy("blind", document));
        assertThat(person.choose("alice")).isTrue();
        assertThat(model.proposal()).isEqualTo("phone");
        model.make("phone");
        assertThat(isThere()).isTrue();
        model.leave();
    }
}
