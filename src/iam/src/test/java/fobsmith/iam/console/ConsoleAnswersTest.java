package fobsmith.iam.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.registry.FindOutcome;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Tag;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.User;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What the desk is shown of tokens and people. */
class ConsoleAnswersTest extends DeskTest {
    private static final SerialNumber FOB = new SerialNumber.Hardware("GAHT12345678");

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
                .isInstanceOfSatisfying(
                        FindOutcome.Found.class,
                        found -> assertThat(found.owner()).isEqualTo(alice));
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

    /** Two programs on one registry file, each with an operator who types the same two codes at the same moment. */
    @Test
    void ofTwoDesksThatGiveAwayOneFobAtOnceOneDoes() throws Exception {
        station.fob(FOB.value());
        var bob = station.user("bob");
        allow("*");
        try (var elsewhere = station.openAgain();
                var here = signIn();
                var there = signedIn(
                        new ConsoleSignIn(elsewhere, "desk-2", TestRegistry.CHEAP).begin("olga", RIGHT.toCharArray()));
                var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var typed = typed(FOB);
            var start = new CyclicBarrier(2);
            var mine = both.submit(() -> given(here, alice, typed, start));
            var theirs = both.submit(() -> given(there, bob, typed, start));
            assertThat(List.of(mine.get(), theirs.get())).containsExactlyInAnyOrder(true, false);
            var owner = station.registry.tokens().get(FOB).ownerId();
            assertThat(owner).isEqualTo(mine.get() ? alice.id() : bob.id());
        }
    }

    /** Whether it was; else it was refused in words. */
    private static boolean given(Console console, User user, TypedPair typed, CyclicBarrier start) throws Exception {
        start.await();
        try {
            return console.devices().enable(user, FOB, typed) instanceof PairOutcome.Done;
        } catch (RegistryRefusal.WrongState refusal) {
            assertThat(refusal).hasMessageContaining("is enabled");
            return false;
        }
    }

    @Test
    void takesNoTagThatIamWouldNotTake() {
        station.fob(FOB.value());
        allow("*");
        var console = signIn();
        for (var wrong : List.of(new Tag("", "a"), new Tag("a#b", ""), new Tag("a", "b".repeat(257)))) {
            assertThatThrownBy(() -> console.devices().tag(FOB, List.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(station.registry.tags().of(station.registry.tokens().get(FOB)))
                .isEmpty();
    }
}
