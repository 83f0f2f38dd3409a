package fobsmith.iam.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.iam.IamException;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.oath.Finding;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.FindOutcome;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.TokenFilter;
import fobsmith.registry.TokenState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What each verb asks of policies, and does. */
class ConsoleVerbsTest extends DeskTest {
    private static final SerialNumber FOB = new SerialNumber.Hardware("GAHT12345678");
    private static final CodePair NOBODYS = CodePair.parse("000001", "000002");

    /** Each verb by the action it asks for. */
    private Map<String, Consumer<Console>> verbs() {
        var verbs = new TreeMap<String, Consumer<Console>>();
        verbs.put("iam:ListUsers", console -> console.people().search("", 10));
        verbs.put("iam:GetUser", console -> console.people().get("alice"));
        verbs.put("iam:CreateUser", console -> console.people().create("carol", "/", List.of()));
        verbs.put("iam:ListMFADevices", console -> console.people().devices(alice));
        verbs.put("iam:EnableMFADevice", console -> console.devices().enable(alice, FOB, typed(FOB)));
        verbs.put("iam:ResyncMFADevice", console -> console.devices().resync(alice, FOB, typed(FOB)));
        verbs.put("iam:DeactivateMFADevice", console -> console.devices().deactivate(alice, FOB));
        verbs.put("iam:TagMFADevice", console -> console.devices().tag(FOB, List.of(new Tag("a", "b"))));
        verbs.put("iam:UntagMFADevice", console -> console.devices().untag(FOB, List.of("a")));
        verbs.put("iam:DeleteVirtualMFADevice", console -> console.virtualDevices().delete(phone()));
        verbs.put("fobsmith:ListTokens", console -> console.tokens().page(TokenFilter.ALL, "", 10));
        verbs.put("fobsmith:CheckToken", console -> console.tokens().check(FOB, NOBODYS));
        verbs.put("fobsmith:ReportLost", console -> console.tokens().reportLost(FOB));
        verbs.put("fobsmith:RetireToken", console -> console.tokens().retire(FOB));
        verbs.put("fobsmith:ReserveToken", console -> console.tokens().reserve(FOB, alice));
        verbs.put("fobsmith:FindToken", console -> console.whose().find(NOBODYS, (_, _) -> true));
        verbs.put("fobsmith:ProvisionToken", Console::provisioner);
        verbs.put("fobsmith:ManageRoot", console -> console.people().root());
        return verbs;
    }

    private static SerialNumber.VirtualArn phone() {
        return new SerialNumber.VirtualArn("123456789012", "/alice/", "phone");
    }

    /** Allowed everything but its own action, a verb is denied; allowed that alone, it is not. */
    @Test
    void eachAsksForItsAction() {
        station.fob(FOB.value());
        try (var console = signIn()) {
            verbs().forEach((action, verb) -> {
                put("""
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":"%s","Resource":"*"}]}"""
                        .formatted(action));
                denied(() -> verb.accept(console));
            });
        }
    }

    @Test
    void eachNeedsNoMoreThanItsAction() {
        station.fob(FOB.value());
        var console = signIn();
        verbs().forEach((action, verb) -> {
            allow(action);
            try {
                verb.accept(console);
            } catch (RegistryRefusal | IamException refusal) {
                assertThat(refusal).as(action).hasMessageNotContaining("not authorized");
            }
        });
    }

    @Test
    void everyActionOfOurOwnIsAskedForAtTheDesk() {
        assertThat(verbs().keySet())
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
                .isInstanceOfSatisfying(PairOutcome.OutOfSync.class, outcome -> assertThat(outcome.late())
                        .isEqualTo(Duration.ofMinutes(3)));
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
        station.registry.tokens().reportLost(station.console, FOB);
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
        denied(() -> console.tokens().reportLost(fob));
        allow("fobsmith:ReportLost", "iam:DeactivateMFADevice");
        console.tokens().reportLost(fob);
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

    @Test
    void showsEverythingOfAToken() {
        var fob = give(alice, FOB.value());
        allow("fobsmith:ListTokens");
        var detail = signIn().tokens().detail(fob);
        assertThat(detail.owner()).isEqualTo(alice);
        assertThat(detail.lessons()).hasSize(1);
        assertThat(detail.events()).extracting(event -> event.deed().action()).contains("enable");
        assertThat(detail.events()).extracting(TokenEvent::actor).contains("tester");
        var window = requireNonNull(detail.window());
        assertThat(window.centre()).isBetween(window.lowest(), window.highest());
        assertThat(window.highest() - window.lowest()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void findsWhoseATokenIs() {
        var fob = give(alice, FOB.value());
        allow("fobsmith:FindToken");
        assertThat(signIn().whose().find(station.pair(fob, 0), (_, _) -> true))
                .isInstanceOfSatisfying(FindOutcome.Found.class, found -> assertThat(found.owner())
                        .isEqualTo(alice));
    }

    @Test
    void whatCannotBeANameIsNobodys() {
        allow("*");
        assertThatThrownBy(() -> signIn().people().get("<root_account>")).isInstanceOf(RegistryRefusal.Unknown.class);
        assertThat(signIn().people().search("root", 10)).isEmpty();
        assertThat(signIn().people().search("%", 10)).isEmpty();
    }

    @Test
    void putsThoseFirstWhoseNameBeginsWithWhatWasTyped() {
        station.user("salome");
        station.user("alba");
        allow("*");
        assertThat(signIn().people().search("AL", 10))
                .extracting(user -> user.name())
                .containsExactly("alba", "alice", "salome");
    }
}
