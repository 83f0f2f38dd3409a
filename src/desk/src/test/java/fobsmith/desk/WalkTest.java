package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkTest {
    private final List<String> shown = new ArrayList<>();
    private final List<Runnable> background = new ArrayList<>();
    private final Tasks tasks = new Tasks(background::add, Runnable::run);
    private final Walk walk = new Walk(Screen.RESYNC_PERSON, tasks, screen -> shown.add(screen.name()), this::home);

    private void home() {
        shown.add("home");
        leave();
    }

    private void leave() {
        walk.leave().run();
    }

    private void answerAll() {
        List.copyOf(background).forEach(Runnable::run);
        background.clear();
    }

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
        leave();
        assertThat(shown).containsExactly("home", "put away");
    }

    @Test
    void ignoresWhatComesAfterItsEnd() {
        leave();
        walk.go(Screen.RESYNC_CODES);
        walk.goForGood(Screen.RESYNC_DONE);
        walk.back();
        assertThat(shown).isEmpty();
    }

    @Test
    void tellsAScreenThatWasLeftNothing() {
        walk.go(Screen.RESYNC_CODES);
        walk.once(() -> Screen.RESYNC_DONE)
                .onSuccess(walk::go)
                .andFinally(() -> shown.add("end"))
                .start();
        walk.back();
        answerAll();
        assertThat(shown).containsExactly("RESYNC_CODES", "RESYNC_PERSON", "end");
    }

    @Test
    void aFailureOfWhatNobodyWaitsForIsNobodysBusiness() {
        tasks.onUnexpected(_ -> shown.add("failed"));
        walk.tasks()
                .run(() -> {
                    throw new IllegalStateException("the operator has gone home");
                })
                .start();
        leave();
        answerAll();
        assertThat(shown).isEmpty();
        assertThat(tasks.isIdle()).isTrue();
    }

    @Test
    void asksOnceHoweverOftenAKeyIsPressed() {
        for (int press = 0; press < 3; press++) {
            walk.deed(() -> shown.add("done"))
                    .onSuccess(_ -> walk.go(Screen.RESYNC_DONE))
                    .start();
        }
        answerAll();
        assertThat(shown).containsExactly("done", "RESYNC_DONE");
        assertThat(walk.working().get()).isFalse();
    }

    @Test
    void backWaitsForADeedButNotForAQuestion() {
        walk.deed(() -> shown.add("done"))
                .onSuccess(_ -> walk.goForGood(Screen.RESYNC_DONE))
                .start();
        walk.back();
        assertThat(walk.working().get()).isTrue();
        answerAll();
        assertThat(shown).containsExactly("done", "RESYNC_DONE");
        walk.back();
        assertThat(shown).last().isEqualTo("home");
    }

    @Test
    void aDeedThatFailedLeavesTheWayBackOpen() {
        walk.deed(() -> {
                    throw new IllegalStateException("refused");
                })
                .onError(IllegalStateException.class, _ -> walk.back())
                .start();
        answerAll();
        assertThat(shown).containsExactly("home");
    }
}
