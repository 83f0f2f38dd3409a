package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes shown for a serial number that is of no device of one's own leave a trace, and the same whatever it is. */
class ForeignSerialsTest extends RiggedTest {
    private static final SerialNumber UNKNOWN = new SerialNumber.Hardware("GAHT99999999");
    private static final String REASON = "the serial number is of no device of this user";

    private SerialNumber foreign;
    private User bob;
    private Actor asBob;

    @BeforeEach
    void giveAliceAFob() {
        foreign = rig.fob("GAHT00000001");
        var alice = rig.user("alice");
        rig.registry.typedCodes().enable(rig.console, alice, foreign, rig.pair(foreign, -1));
        rig.clock.turn(Duration.ofSeconds(30));
        bob = rig.user("bob");
        asBob = new Actor(bob.id(), "127.0.0.1");
    }

    private void signIn(Actor caller, User user, SerialNumber serial) {
        assertThatThrownBy(() -> rig.registry.typedCodes().signIn(caller, user, serial, rig.display(foreign, 0)))
                .isInstanceOf(RegistryRefusal.UnknownToken.class);
    }

    /** The refusals about a user, newest first. */
    private List<AuditRecord> refusals(User user) {
        return rig.registry.audit().about(user.id(), 100).stream()
                .filter(deed -> deed.action().equals("refuse-code"))
                .toList();
    }

    @Test
    void areRecordedAlikeForSomebodyElsesAndForNobodys() {
        for (var serial : List.of(foreign, UNKNOWN)) {
            signIn(asBob, bob, serial);
            var newest = refusals(bob).getFirst();
            assertThat(newest.actor()).isEqualTo(bob.id());
            assertThat(newest.host()).isEqualTo("127.0.0.1");
            assertThat(newest.detail())
                    .matches("\\{\"for\":\"sign-in\",\"reason\":\"%s\",\"serialFingerprint\":\"[^\"]+\"}"
                            .formatted(REASON))
                    .doesNotContain(serial.value());
            rig.clock.turn(Duration.ofMinutes(1));
        }
        assertThat(refusals(bob).stream().map(AuditRecord::detail).distinct()).hasSize(2);
        assertThat(rig.registry.audit().about(rig.registry.tokens().get(foreign), 1))
                .extracting(AuditRecord::action)
                .containsExactly("enable");
    }

    @Test
    void areRecordedOnceAMinuteForEachWhoTriesAndEachForWhomHeTries() {
        for (int i = 0; i < 20; i++) {
            signIn(asBob, bob, UNKNOWN);
            signIn(asBob, bob, foreign);
        }
        assertThat(refusals(bob)).hasSize(1);
        signIn(rig.console, bob, UNKNOWN);
        signIn(asBob, rig.administrator, UNKNOWN);
        assertThat(refusals(bob)).hasSize(2);
        assertThat(refusals(rig.administrator)).hasSize(1);
        rig.clock.turn(Duration.ofSeconds(59));
        signIn(asBob, bob, UNKNOWN);
        assertThat(refusals(bob)).hasSize(2);
        rig.clock.turn(Duration.ofSeconds(1));
        signIn(asBob, bob, UNKNOWN);
        assertThat(refusals(bob)).hasSize(3);
    }

    @Test
    void areRecordedOfAResynchronisationToo() {
        assertThatThrownBy(() -> rig.registry.typedCodes().resync(rig.console, bob, foreign, rig.pair(foreign, 0)))
                .isInstanceOf(RegistryRefusal.UnknownToken.class);
        assertThat(refusals(bob).getFirst().detail()).startsWith("{\"for\":\"resync\",");
    }

    @Test
    void useUpNothing() {
        var alice = rig.registry.users().get("alice");
        signIn(asBob, bob, foreign);
        assertThat(rig.registry.tokens().get(foreign).failures()).isZero();
        assertThat(rig.registry.typedCodes().signIn(rig.console, alice, foreign, rig.display(foreign, 0)))
                .isInstanceOf(CodeOutcome.Accepted.class);
    }
}
