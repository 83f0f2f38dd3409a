package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskPassphrasesTest extends RiggedTest {
    private static final String RIGHT = "five words are long enough";
    private static final String WRONG = "five words are not right";

    private DeskPassphrases passphrases;
    private User alice;

    @BeforeEach
    void setOne() {
        passphrases = rig.registry.deskPassphrases(TestRegistry.CHEAP);
        alice = rig.user("alice");
        passphrases.set(rig.console, alice, RIGHT.toCharArray());
    }

    private PassphraseOutcome verify(String name, String passphrase) {
        return passphrases.verify(name, passphrase.toCharArray(), "desk-1");
    }

    private String edition() {
        return ((PassphraseOutcome.Right) verify("alice", RIGHT)).edition();
    }

    @Test
    void knowsTheRightOneWhateverTheCaseOfTheName() {
        assertThat(verify("ALICE", RIGHT)).isInstanceOfSatisfying(PassphraseOutcome.Right.class, right -> {
            assertThat(right.user()).isEqualTo(alice);
            assertThat(passphrases.isCurrent(alice, right.edition())).isTrue();
        });
    }

    @Test
    void answersAlikeToAWrongOneAndToAUserWithoutOneAndToANameOfNobody() {
        rig.user("bob");
        assertThat(verify("alice", WRONG)).isEqualTo(new PassphraseOutcome.Wrong());
        assertThat(verify("bob", RIGHT)).isEqualTo(new PassphraseOutcome.Wrong());
        assertThat(verify("nobody", RIGHT)).isEqualTo(new PassphraseOutcome.Wrong());
        assertThat(verify("<root_account>", RIGHT)).isEqualTo(new PassphraseOutcome.Wrong());
    }

    @Test
    void pausesAfterSixWrongOnesWhetherOrNotTheNameIsAnybodys() {
        var until = rig.clock.instant().plusSeconds(30);
        for (var name : new String[] {"alice", "nobody"}) {
            IntStream.range(0, 6).forEach(_ -> verify(name, WRONG));
            assertThat(verify(name, RIGHT)).isEqualTo(new PassphraseOutcome.Paused(until));
        }
        assertThat(newest().action()).isEqualTo("refuse-passphrase");
        assertThat(newest().detail()).isEqualTo("{\"reason\":\"paused\"}");
    }

    @Test
    void remembersThePauseInAnotherProcessAndDoublesIt() {
        IntStream.range(0, 6).forEach(_ -> verify("alice", WRONG));
        rig.clock.turn(Duration.ofSeconds(30));
        try (var other = rig.openAgain()) {
            var there = other.deskPassphrases(TestRegistry.CHEAP);
            there.verify("alice", WRONG.toCharArray(), "desk-2");
            assertThat(there.verify("alice", RIGHT.toCharArray(), "desk-2"))
                    .isEqualTo(new PassphraseOutcome.Paused(rig.clock.instant().plusSeconds(60)));
        }
    }

    @Test
    void forgetsWrongOnesAfterARightOneAndPausesWhenItIsSetAnew() {
        IntStream.range(0, 5).forEach(_ -> verify("alice", WRONG));
        assertThat(verify("alice", RIGHT)).isInstanceOf(PassphraseOutcome.Right.class);
        IntStream.range(0, 6).forEach(_ -> verify("alice", WRONG));
        passphrases.set(rig.console, alice, RIGHT.toCharArray());
        assertThat(verify("alice", RIGHT)).isInstanceOf(PassphraseOutcome.Right.class);
    }

    @Test
    void slowsDownOneNameAndNotTheOthers() {
        var bob = rig.user("bob");
        passphrases.set(rig.console, bob, RIGHT.toCharArray());
        IntStream.range(0, 6).forEach(_ -> verify("alice", WRONG));
        assertThat(verify("bob", RIGHT)).isInstanceOf(PassphraseOutcome.Right.class);
    }

    @Test
    void recordsNoNameThatIsNobodys() {
        verify("my secret by mistake", WRONG);
        assertThat(newest().toString()).contains("unknown").contains("desk-1").doesNotContain("mistake");
    }

    @Test
    void anotherOneOrNoneIsNoMoreTheSame() {
        var before = edition();
        passphrases.set(rig.console, alice, RIGHT.toCharArray());
        assertThat(passphrases.isCurrent(alice, before)).isFalse();
        var after = edition();
        passphrases.remove(rig.console, alice);
        assertThat(passphrases.isCurrent(alice, after)).isFalse();
        assertThat(passphrases.isSet(alice)).isFalse();
        assertThat(newest().action()).isEqualTo("remove-passphrase");
        assertThat(verify("alice", RIGHT)).isEqualTo(new PassphraseOutcome.Wrong());
    }

    @Test
    void followsItsUserUnderAnotherNameAndGoesWithHim() {
        var renamed = rig.registry.users().update(rig.console, alice, "alison", "/");
        assertThat(verify("alison", RIGHT)).isInstanceOf(PassphraseOutcome.Right.class);
        verify("alison", WRONG);
        rig.registry.users().delete(rig.console, renamed);
        rig.user("alison");
        assertThat(verify("alison", RIGHT)).isEqualTo(new PassphraseOutcome.Wrong());
    }

    @Test
    void refusesShortOnesAndRoot() {
        assertThatThrownBy(() -> passphrases.set(rig.console, alice, "elevenchars".toCharArray()))
                .isInstanceOf(RegistryRefusal.PassphraseTooShort.class)
                .hasMessageContaining("has 11 characters; at least 12");
        var root = rig.registry.users().root();
        assertThatThrownBy(() -> passphrases.set(rig.console, root, RIGHT.toCharArray()))
                .isInstanceOf(RegistryRefusal.Unknown.class);
    }

    @Test
    void wipesWhatWasTyped() {
        var typed = RIGHT.toCharArray();
        passphrases.verify("nobody", typed, "desk-1");
        assertThat(typed).containsOnly('\0');
        var set = RIGHT.toCharArray();
        passphrases.set(rig.console, alice, set);
        assertThat(set).containsOnly('\0');
    }

    @Test
    void survivesNewKeysAndStandsNowhereInClear() throws IOException {
        try (var key = RegistryKey.KeyFile.read(rig.keyFile())) {
            var keys = rig.registry.keys();
            keys.begin(rig.console, key, TestRegistry.CHEAP);
            while (keys.step() > 0) {
                // until nothing is left
            }
            keys.destroyOlder(rig.console);
        }
        assertThat(verify("alice", RIGHT)).isInstanceOf(PassphraseOutcome.Right.class);
        assertThat(new String(Files.readAllBytes(rig.file()), StandardCharsets.ISO_8859_1))
                .doesNotContain(RIGHT);
    }
}
