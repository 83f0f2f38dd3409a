package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenFinderTest extends RiggedTest {
    private static final SearchProgress ON = (_, _) -> true;
    private static final CodePair NOBODYS = CodePair.parse("000001", "000002");

    private TokenFinder finder;
    private SerialNumber fob;

    @BeforeEach
    void stock() {
        finder = rig.registry.finder();
        IntStream.range(0, 5).forEach(number -> rig.fob("GAHT1234567" + number));
        fob = new SerialNumber.Hardware("GAHT12345673");
    }

    private FindOutcome find(CodePair codes) {
        return finder.find(rig.console, codes, ON);
    }

    @Test
    void findsADeviceWithItsOwner() {
        var alice = rig.user("alice");
        rig.registry.typedCodes().enable(rig.console, alice, fob, rig.pair(fob, 0));
        rig.clock.turn(Duration.ofMinutes(2));
        assertThat(find(rig.pair(fob, 0))).isInstanceOfSatisfying(FindOutcome.Found.class, found -> {
            assertThat(found.token().serial()).isEqualTo(fob);
            assertThat(found.owner()).isEqualTo(alice);
        });
    }

    @Test
    void consumesWhatItFinds() {
        var codes = rig.pair(fob, 0);
        assertThat(find(codes)).isInstanceOf(FindOutcome.Found.class);
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.PROVEN);
        assertThat(find(codes)).isEqualTo(new FindOutcome.Used());
        assertThat(newest().detail()).isEqualTo("{\"outcome\":\"used\"}");
    }

    @Test
    void findsALostOneAndLeavesItLost() {
        rig.registry.tokens().reportLost(rig.console, fob);
        assertThat(find(rig.pair(fob, 0))).isInstanceOf(FindOutcome.Found.class);
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.LOST);
        rig.registry.tokens().reportFound(rig.console, fob);
        assertThat(rig.registry.typedCodes().check(rig.console, fob, rig.pair(fob, 0)))
                .isEqualTo(new CodeOutcome.Refused(CodeOutcome.Reason.CONSUMED));
    }

    @Test
    void looksTenMinutesEitherWayAndNoFurther() {
        assertThat(find(rig.pair(fob, 25))).isEqualTo(new FindOutcome.NotFound());
        assertThat(find(rig.pair(fob, 15))).isInstanceOf(FindOutcome.Found.class);
    }

    @Test
    void slowsDownWhoeverFindsNothing() {
        IntStream.range(0, 6).forEach(_ -> assertThat(find(NOBODYS)).isEqualTo(new FindOutcome.NotFound()));
        assertThat(find(rig.pair(fob, 0)))
                .isEqualTo(new FindOutcome.Paused(rig.clock.instant().plusSeconds(30)));
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.IMPORTED);
        var other = new Actor(rig.administrator.id(), "desk-1");
        assertThat(finder.find(other, rig.pair(fob, 0), ON)).isInstanceOf(FindOutcome.Found.class);
    }

    @Test
    void startsAfreshAfterAFind() {
        IntStream.range(0, 5).forEach(_ -> find(NOBODYS));
        assertThat(find(rig.pair(fob, 0))).isInstanceOf(FindOutcome.Found.class);
        assertThat(find(NOBODYS)).isEqualTo(new FindOutcome.NotFound());
    }

    @Test
    void isGivenUpWhenAsked() {
        assertThat(finder.find(rig.console, NOBODYS, (_, total) -> {
                    assertThat(total).isEqualTo(5);
                    return false;
                }))
                .isEqualTo(new FindOutcome.GivenUp());
    }

    @Test
    void findsNoRetiredToken() {
        rig.registry.tokens().retire(rig.console, fob);
        assertThat(find(rig.pair(fob, 0))).isEqualTo(new FindOutcome.NotFound());
    }
}
