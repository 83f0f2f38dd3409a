package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkTest {
    private final List<String> shown = new ArrayList<>();
    private final Walk walk =
            new Walk(Screen.RESYNC_PERSON, screen -> shown.add(screen.name()), () -> shown.add("home"));

    @Test
    void leadsBackTheWayItCame() {
        walk.go(Screen.RESYNC_CODES);
        walk.back();
        walk.back();
        assertThat(shown).containsExactly("RESYNC_CODES", "RESYNC_PERSON", "home");
    }

    @Test
    void leadsHomeFromWhatIsDone() {
        walk.go(Screen.RESYNC_CODES);
        walk.goForGood(Screen.RESYNC_DONE);
        walk.back();
        assertThat(shown).containsExactly("RESYNC_CODES", "RESYNC_DONE", "home");
    }

    @Test
    void putsAwayOnceHoweverItEnds() {
        walk.onLeave(() -> shown.add("put away"));
        walk.end();
        walk.end();
        walk.leave();
        assertThat(shown).containsExactly("put away", "home");
    }

    @Test
    void ignoresWhatComesAfterItsEnd() {
        walk.leave();
        walk.go(Screen.RESYNC_CODES);
        walk.goForGood(Screen.RESYNC_DONE);
        walk.back();
        assertThat(shown).isEmpty();
    }
}
