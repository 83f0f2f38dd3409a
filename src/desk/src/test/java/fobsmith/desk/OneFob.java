package fobsmith.desk;

import static fobsmith.desk.DeskRig.onScreen;
import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.iam.console.Console;
import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.iam.console.SignInStep;
import fobsmith.iam.console.TypedPair;
import fobsmith.oath.Base32;
import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.registry.CodePair;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;

/** A desk with one flow before the administrator, alice, who has a fob, and bob, who has nothing. */
public final class OneFob implements AutoCloseable {
    public static final String SERIAL = "GAHT12345678";

    public final DeskRig rig;
    public final User alice;
    public final User bob;
    public final SerialNumber fob;

    public OneFob(Path folder, Flow flow) {
        this(folder, Language.ENGLISH, List.of(flow));
    }

    public OneFob(Path folder, Language language, List<Flow> flows) {
        rig = new DeskRig(folder, language, flows);
        alice = rig.registry.user("alice");
        bob = rig.registry.user("bob");
        fob = rig.registry.fob(SERIAL);
        rig.registry.registry.typedCodes().enable(rig.registry.console, alice, fob, rig.registry.pair(fob, 0));
        rig.turn(Duration.ofMinutes(2));
    }

    /** Signs in by keyboard and starts the first card. */
    public OneFob begun() {
        rig.signedIn().press(KeyCode.ENTER);
        return this;
    }

    /** Types what chooses in a search. */
    public OneFob choose(String typed) {
        rig.write(typed).press(KeyCode.ENTER);
        return this;
    }

    /** Two codes as the fob shows them now, and Enter. */
    public OneFob typeCodes() {
        rig.write(rig.registry.display(fob, 0).reveal())
                .write(rig.registry.display(fob, 1).reveal())
                .press(KeyCode.ENTER);
        return this;
    }

    /** A virtual device on alice's phone. */
    public SerialNumber.VirtualArn phone() {
        try (var console = console();
                var made = console.virtualDevices().create(alice, "phone");
                var seed = Seed.adopt(
                        Base32.decode(made.key().text().replace(" ", "").getBytes(US_ASCII)))) {
            var profile = OtpProfile.Totp.STANDARD;
            long step = profile.stepAt(rig.clock.instant());
            var codes = new CodePair(Codes.code(seed, profile, step - 1), Codes.code(seed, profile, step));
            made.enable(new TypedPair(codes, rig.clock.instant()));
            return made.serial();
        }
    }

    /** The operator may do everything but this, from now on. */
    public void deny(String action) {
        rig.registry
                .registry
                .inlinePolicies()
                .put(rig.registry.console, rig.registry.administrator, new InlinePolicy("not-this", """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"%s","Resource":"*"}]}""".formatted(
                                action)));
    }

    /** A console of the same operator, without a window. */
    public Console console() {
        var step = new ConsoleSignIn(rig.registry.registry, "testhost", TestRegistry.CHEAP)
                .begin("administrator", DeskRig.WORDS.toCharArray());
        return ((SignInStep.SignedIn) step).console();
    }

    public Token token() {
        return rig.registry.registry.tokens().get(fob);
    }

    /** Pictures for whoever looks: dark and in Spanish as well is another desk. */
    public void dark() {
        onScreen(() -> {
            rig.front.use(Theme.DARK);
            return true;
        });
    }

    @Override
    public void close() {
        rig.close();
    }
}
