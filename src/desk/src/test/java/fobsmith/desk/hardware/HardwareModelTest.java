package fobsmith.desk.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.desk.Bench;
import fobsmith.desk.Desk;
import fobsmith.desk.Language;
import fobsmith.desk.Messages;
import fobsmith.desk.Shift;
import fobsmith.desk.Tasks;
import fobsmith.desk.controls.Choice;
import fobsmith.iam.IamException;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.iam.console.SignInStep;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.InlinePolicy;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window: what an operator may learn and do who has only some of the permissions. */
class HardwareModelTest {
    private static final String WORDS = "a passphrase of the test";

    private TestRegistry registry;
    private @Nullable Console console;
    private SerialNumber fob;

    @BeforeEach
    void open(@TempDir Path folder) {
        registry = TestRegistry.copy(folder);
        registry.user("alice");
        fob = registry.fob("GAHT00000001");
    }

    @AfterEach
    void close() {
        if (console != null) {
            console.close();
        }
        registry.close();
    }

    /** Of an operator who may do this, and has signed in. */
    private HardwareModel model(String... actions) {
        var operator = registry.user("nora");
        var document = """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*", "Action": ["%s"]}}""".formatted(String.join("\", \"", actions));
        registry.registry.inlinePolicies().put(registry.console, operator, new InlinePolicy("desk", document));
        registry.registry.deskPassphrases(TestRegistry.CHEAP).set(registry.console, operator, WORDS.toCharArray());
        var signIn = new ConsoleSignIn(registry.registry, "testhost", TestRegistry.CHEAP);
        var opened = ((SignInStep.SignedIn) signIn.begin("nora", WORDS.toCharArray())).console();
        console = opened;
        var desk = new Desk(
                registry.registry,
                new Bench(List.of(), registry.clock),
                signIn,
                registry.clock,
                new SecureRandom(),
                new Messages(Language.ENGLISH),
                new Tasks(Runnable::run, Runnable::run));
        return new HardwareModel(new Shift(desk, opened, "nora"));
    }

    private TypedPair typed(SerialNumber of, int ahead) {
        return new TypedPair(registry.pair(of, ahead), registry.clock.instant());
    }

    @Test
    void whoMayOnlyHandOutTokensCanDoSo() {
        var model = model("iam:ListUsers", "iam:GetUser", "fobsmith:ListTokens", "iam:EnableMFADevice");
        assertThat(model.people("ali")).extracting(Choice::name).containsExactly("alice");
        assertThat(model.choose("alice")).isZero();
        assertThat(model.stock("")).extracting(Choice::name).containsExactly("GAHT00000001");
        assertThat(model.pick("gaht00000001")).isInstanceOf(Pick.Ready.class);
        model.take(model.pick("gaht00000001"));
        assertThat(model.enable(typed(fob, 0))).isInstanceOf(Codes.Enabled.class);
        assertThat(model.receipt())
                .isEqualTo(new Receipt("alice", "GAHT00000001", "ACME F1", registry.clock.instant(), "nora"));
    }

    @Test
    void whoMayNotLookForTokensIsNotOfferedTo() {
        var other = registry.fob("GAHT00000002");
        var model = model("iam:ListUsers", "iam:GetUser", "fobsmith:ListTokens", "iam:EnableMFADevice");
        model.choose("alice");
        model.take(model.pick("GAHT00000001"));
        assertThat(model.enable(typed(other, 0))).isEqualTo(new Codes.Refused(Said.of("codes.wrong"), false));
    }

    @Test
    void whoMayIsTold() {
        var other = registry.fob("GAHT00000002");
        var model = model(
                "iam:ListUsers", "iam:GetUser", "fobsmith:ListTokens", "iam:EnableMFADevice", "fobsmith:FindToken");
        model.choose("alice");
        model.take(model.pick("GAHT00000001"));
        var pair = typed(other, 0);
        assertThat(model.enable(pair)).isEqualTo(new Codes.Refused(Said.of("codes.wrong"), true));
        assertThat(model.whose(pair.codes()))
                .isEqualTo(new CodeTroubles.Owner(Said.of("hardware.whose.stock", "GAHT00000002"), other));
        assertThat(model.whose(pair.codes()).said()).isEqualTo(Said.of("hardware.whose.used"));
    }

    @Test
    void whoMayNotEnableChangesNothing() {
        var model = model("iam:ListUsers", "iam:GetUser", "fobsmith:ListTokens");
        model.choose("alice");
        model.take(model.pick("GAHT00000001"));
        var before = registry.registry.tokens().get(fob);
        assertThatThrownBy(() -> model.enable(typed(fob, 0))).isInstanceOf(IamException.class);
        assertThat(registry.registry.tokens().get(fob)).isEqualTo(before);
    }

    @Test
    void nothingCanBeAskedBeforeThePersonAndTheTokenAreChosen() {
        var model = model("iam:*", "fobsmith:*");
        assertThatThrownBy(() -> model.stock("")).isInstanceOf(IllegalStateException.class);
        model.choose("alice");
        assertThatThrownBy(() -> model.enable(typed(fob, 0))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(model::question).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoMayNotLookThroughTheStockHandsOutWhatHeHasTheNumberOf() {
        var model = model("iam:ListUsers", "iam:GetUser", "iam:EnableMFADevice");
        model.choose("alice");
        assertThat(model.pluggedIn()).isEmpty();
        assertThat(model.stock("")).isEmpty();
        assertThat(model.stock("gaht00000001")).extracting(Choice::name).containsExactly("GAHT00000001");
        model.take(model.pick("gaht00000001"));
        assertThat(model.enable(typed(fob, 0))).isInstanceOf(Codes.Enabled.class);
        assertThat(model.receipt().model()).isEqualTo("ACME F1");
    }

    @Test
    void whoMayNotLookThroughTheStockIsToldThatATokenIsNotToBeHad() {
        var model = model("iam:ListUsers", "iam:GetUser", "iam:EnableMFADevice");
        model.choose("alice");
        model.take(model.pick("NEVER0000001"));
        assertThat(model.enable(typed(fob, 0)))
                .isEqualTo(new Codes.Refused(Said.of("hardware.pick.not-to-be-had", "NEVER0000001"), false));
    }

    @Test
    void aTokenOfSomebodyElseIsNamedButNotOffered() {
        var his = registry.fob("GAHT00000002");
        var bob = registry.user("bob");
        registry.registry.typedCodes().enable(registry.console, bob, his, registry.pair(his, 0));
        registry.clock.turn(Duration.ofMinutes(2));
        var model = model("*");
        model.choose("alice");
        assertThat(model.whose(registry.pair(his, 0)))
                .isEqualTo(new CodeTroubles.Owner(Said.of("hardware.whose.owner", "GAHT00000002", "bob"), null));
    }

    @Test
    void aRefusedPickLeavesInHandWhatWasThere() {
        registry.registry.shelf().lose(registry.console, registry.fob("LOST00000001"), "a test");
        var model = model("*");
        model.choose("alice");
        model.take(model.pick("GAHT00000001"));
        assertThat(model.pick("LOST00000001")).isInstanceOf(Pick.Refused.class);
        assertThat(model.enable(typed(fob, 0))).isInstanceOf(Codes.Enabled.class);
    }
}
