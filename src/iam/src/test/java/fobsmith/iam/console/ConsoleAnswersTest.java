package fobsmith.iam.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.registry.FindOutcome;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
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
}
