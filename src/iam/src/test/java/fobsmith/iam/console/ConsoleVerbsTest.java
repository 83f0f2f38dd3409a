package fobsmith.iam.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.iam.IamException;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.oath.Finding;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.TokenFilter;
import fobsmith.registry.TokenState;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each verb asks of policies, and does. */
class ConsoleVerbsTest extends DeskTest {
    private static final SerialNumber FOB = new SerialNumber.Hardware("GAHT12345678");
    private static final SerialNumber STOCK = new SerialNumber.Hardware("GAHT12345679");
    private static final CodePair NOBODYS = CodePair.parse("000001", "000002");

    /** A public verb, and all actions it asks for. */
    private record Verb(String name, Set<String> actions, Consumer<Console> deed) {
        Verb(String name, String action, Consumer<Console> deed) {
            this(name, Set.of(action), deed);
        }
    }

    private List<Verb> verbs() {
        return Stream.of(people(), devices(), virtualDevices(), tokens(), others())
                .flatMap(List::stream)
                .toList();
    }

    private List<Verb> people() {
        return List.of(
                new Verb(
                        "People.search",
                        "iam:ListUsers",
                        console -> console.people().search("", 10)),
                new Verb(
                        "People.get", "iam:GetUser", console -> console.people().get("alice")),
                new Verb(
                        "People.create",
                        "iam:CreateUser",
                        console -> console.people().create("carol", "/", List.of())),
                new Verb(
                        "People.devices",
                        "iam:ListMFADevices",
                        console -> console.people().devices(alice)),
                new Verb(
                        "People.root",
                        "fobsmith:ManageRoot",
                        console -> console.people().root()));
    }

    private List<Verb> devices() {
        return List.of(
                new Verb(
                        "Devices.enable",
                        "iam:EnableMFADevice",
                        console -> console.devices().enable(alice, FOB, typed(FOB))),
                new Verb(
                        "Devices.resync",
                        "iam:ResyncMFADevice",
                        console -> console.devices().resync(alice, FOB, typed(FOB))),
                new Verb(
                        "Devices.deactivate",
                        "iam:DeactivateMFADevice",
                        console -> console.devices().deactivate(alice, FOB)),
                new Verb(
                        "Devices.tag",
                        "iam:TagMFADevice",
                        console -> console.devices().tag(FOB, List.of(new Tag("a", "b")))),
                new Verb(
                        "Devices.untag",
                        "iam:UntagMFADevice",
                        console -> console.devices().untag(FOB, List.of("a"))));
    }

    private List<Verb> virtualDevices() {
        var both = Set.of("iam:EnableMFADevice", "iam:CreateVirtualMFADevice");
        return List.of(
                new Verb(
                        "VirtualDevicesAtDesk.create",
                        both,
                        console ->
                                console.virtualDevices().create(alice, "phone").close()),
                new Verb(
                        "VirtualDevicesAtDesk.createTemporary",
                        both,
                        console -> console.virtualDevices()
                                .createTemporary(alice, Duration.ofHours(1))
                                .close()),
                new Verb(
                        "VirtualDevicesAtDesk.delete",
                        "iam:DeleteVirtualMFADevice",
                        console -> console.virtualDevices().delete(phone())));
    }

    private List<Verb> tokens() {
        return List.of(
                token("find", "ListTokens", tokens -> tokens.find(FOB)),
                token("page", "ListTokens", tokens -> tokens.page(TokenFilter.ALL, "", 10)),
                token("marks", "ListTokens", tokens -> tokens.marks(TokenFilter.ALL, 10)),
                token("count", "ListTokens", tokens -> tokens.count(TokenFilter.ALL)),
                token("countByState", "ListTokens", tokens -> tokens.countByState(TokenFilter.ALL)),
                token("products", "ListTokens", Tokens::products),
                token("detail", "ListTokens", tokens -> tokens.detail(FOB)),
                token("check", "CheckToken", tokens -> tokens.check(FOB, NOBODYS)),
                token("explain", "CheckToken", tokens -> tokens.explain(FOB, NOBODYS)),
                token("reserve", "ReserveToken", tokens -> tokens.reserve(FOB, alice)),
                token("release", "ReserveToken", tokens -> tokens.release(FOB, alice)),
                token(
                        "reportLost",
                        "ReportLost",
                        tokens -> tokens.reportLost(station.registry.tokens().get(STOCK))),
                token("reportFound", "ReportLost", tokens -> tokens.reportFound(STOCK)),
                token("retire", "RetireToken", tokens -> tokens.retire(STOCK)));
    }

    private static Verb token(String name, String action, Consumer<Tokens> deed) {
        return new Verb("Tokens." + name, "fobsmith:" + action, console -> deed.accept(console.tokens()));
    }

    private static List<Verb> others() {
        return List.of(
                new Verb(
                        "Whose.find",
                        "fobsmith:FindToken",
                        console -> console.whose().find(NOBODYS, (_, _) -> true)),
                new Verb("Console.provisioner", "fobsmith:ProvisionToken", Console::provisioner));
    }

    private static SerialNumber.VirtualArn phone() {
        return new SerialNumber.VirtualArn("123456789012", "/alice/", "phone");
    }

    private void makeFobs() {
        station.fob(FOB.value());
        station.fob(STOCK.value());
    }

    @Test
    void noPublicVerbIsLeftOut() {
        var there = Stream.of(People.class, Devices.class, VirtualDevicesAtDesk.class, Tokens.class, Whose.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName());
        assertThat(verbs()).extracting(Verb::name).containsAll(there.toList());
    }

    /** Allowed everything but its own action, a verb is denied; allowed that alone, it is not. */
    @Test
    void eachAsksForItsAction() {
        makeFobs();
        try (var console = signIn()) {
            for (var verb : verbs()) {
                for (var action : verb.actions()) {
                    put("""
                            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":"%s","Resource":"*"}]}""".formatted(action));
                    denied(() -> verb.deed().accept(console));
                }
            }
        }
    }

    @Test
    void eachNeedsNoMoreThanItsAction() {
        makeFobs();
        var console = signIn();
        for (var verb : verbs()) {
            allow(verb.actions().toArray(String[]::new));
            try {
                verb.deed().accept(console);
            } catch (RegistryRefusal | IamException refusal) {
                assertThat(refusal).as(verb.name()).hasMessageNotContaining("not authorized");
            }
        }
    }

    @Test
    void everyActionOfOurOwnIsAskedForAtTheDesk() {
        assertThat(verbs().stream().flatMap(verb -> verb.actions().stream()))
                .containsAll(List.of(PolicyAction.values()).stream()
                        .map(PolicyAction::written)
                        .filter(written -> written.startsWith("fobsmith:"))
                        .toList());
    }

    @Test
    void enablesRecordsAndListsWithTags() {
        station.fob(FOB.value());
        allow("*");
        var console = signIn();
        assertThat(console.devices().enable(alice, FOB, typed(FOB))).isInstanceOf(PairOutcome.Done.class);
        var deed = station.registry.audit().newest(1).getFirst();
        assertThat(deed.actor()).isEqualTo(olga.id());
        assertThat(deed.host()).isEqualTo("desk-1");
        console.devices().tag(FOB, List.of(new Tag("colour", "red")));
        assertThat(console.people().devices(alice)).singleElement().satisfies(device -> {
            assertThat(device.token().serial()).isEqualTo(FOB);
            assertThat(device.tags()).containsExactly(new Tag("colour", "red"));
        });
        allow("iam:ListMFADevices");
        assertThat(console.people().devices(alice).getFirst().tags()).isEmpty();
    }

    @Test
    void saysWhenCodesLayTooLong() {
        station.fob(FOB.value());
        allow("*");
        var console = signIn();
        var typed = typed(FOB);
        station.clock.turn(Duration.ofMinutes(3));
        assertThat(console.devices().enable(alice, FOB, typed))
                .isInstanceOfSatisfying(
                        PairOutcome.OutOfSync.class,
                        outcome -> assertThat(outcome.late()).isEqualTo(Duration.ofMinutes(3)));
        station.clock.turn(Duration.ofMinutes(1));
        assertThat(station.registry.typedCodes().signIn(station.console, alice, FOB, station.display(FOB, 0)))
                .isInstanceOf(CodeOutcome.Refused.class);
        station.clock.turn(Duration.ofMinutes(1));
        assertThat(console.devices().resync(alice, FOB, typed(FOB))).isInstanceOf(PairOutcome.Done.class);
    }

    @Test
    void refusesWrongCodesWithTheReasonAndExplainsThem() {
        station.fob(FOB.value());
        allow("*");
        var console = signIn();
        assertThat(console.devices().enable(alice, FOB, now(NOBODYS)))
                .isEqualTo(new PairOutcome.Refused(CodeOutcome.Reason.WRONG));
        var swapped = new CodePair(station.display(FOB, 1), station.display(FOB, 0));
        assertThat(console.tokens().explain(FOB, swapped)).isEqualTo(new Finding.Swapped());
    }

    @Test
    void tellsTheStateOfATokenOnlyToWhoMayLookThroughTheStock() {
        station.fob(FOB.value());
        station.registry.shelf().lose(station.console, FOB, "a test");
        var console = signIn();
        allowOn("arn:aws:iam::*:user/alice", "iam:EnableMFADevice");
        assertThatThrownBy(() -> console.devices().enable(alice, FOB, typed(FOB)))
                .hasMessage("MFA Device with serial number GAHT12345678 does not exist.");
        allow("iam:EnableMFADevice", "fobsmith:ListTokens");
        assertThatThrownBy(() -> console.devices().enable(alice, FOB, typed(FOB)))
                .isInstanceOf(RegistryRefusal.WrongState.class)
                .hasMessageContaining("is lost");
    }

    @Test
    void aLostDeviceIsTakenOnlyFromWhomTheOperatorMayTakeIt() {
        var fob = give(alice, FOB.value());
        var console = signIn();
        allow("fobsmith:ReportLost");
        var seen = station.registry.tokens().get(fob);
        denied(() -> console.tokens().reportLost(seen));
        allow("fobsmith:ReportLost", "iam:DeactivateMFADevice");
        console.tokens().reportLost(seen);
        console.tokens().reportFound(fob);
        assertThat(station.registry.tokens().get(fob).state()).isEqualTo(TokenState.RETURNED);
    }

    @Test
    void reservesForThoseOnlyWhomPoliciesName() {
        station.fob(FOB.value());
        var bob = station.user("bob");
        var console = signIn();
        allowOn("arn:aws:iam::*:user/alice", "fobsmith:ReserveToken");
        denied(() -> console.tokens().reserve(FOB, bob));
        console.tokens().reserve(FOB, alice);
        denied(() -> console.tokens().release(FOB, bob));
        console.tokens().release(FOB, alice);
        assertThat(station.registry.tokens().get(FOB).state()).isEqualTo(TokenState.IMPORTED);
    }
}
