package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final List<Runnable> background = new ArrayList<>();
    private final List<Runnable> screen = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Tasks tasks = new Tasks(background::add, screen::add);

    private void runAll() {
        background.forEach(Runnable::run);
        screen.forEach(Runnable::run);
    }

    @Test
    void answersOnTheScreenWhatWasDoneInTheBackground() {
        tasks.create(() -> {
                    said.add("work");
                    return "answer";
                })
                .onSuccess(said::add)
                .andFinally(() -> said.add("end"))
                .start();
        assertThat(said).isEmpty();
        background.forEach(Runnable::run);
        assertThat(said).containsExactly("work");
        assertThat(tasks.isIdle()).isFalse();
        screen.forEach(Runnable::run);
        assertThat(said).containsExactly("work", "answer", "end");
        assertThat(tasks.isIdle()).isTrue();
    }

    @Test
    void handsAFailureToTheFirstHandlerThatFits() {
        tasks.create(() -> {
                    throw new IOException("gone");
                })
                .onError(IllegalStateException.class, _ -> said.add("other"))
                .onError(IOException.class, failure -> said.add(String.valueOf(failure.getMessage())))
                .onError(Exception.class, _ -> said.add("too late"))
                .andFinally(() -> said.add("end"))
                .start();
        runAll();
        assertThat(said).containsExactly("gone", "end");
    }

    @Test
    void anErrorIsAnsweredToo() {
        tasks.run(() -> {
                    throw new NoClassDefFoundError("a native library");
                })
                .onError(RuntimeException.class, failure -> said.add(String.valueOf(failure.getMessage())))
                .andFinally(() -> said.add("end"))
                .start();
        runAll();
        assertThat(said).containsExactly("java.lang.NoClassDefFoundError: a native library", "end");
        assertThat(tasks.isIdle()).isTrue();
    }

    @Test
    void tellsTheDeskWhatNobodyTakes() {
        tasks.onUnexpected(failure -> said.add(failure.getClass().getSimpleName()));
        tasks.run(() -> {
                    throw new IllegalStateException("nobody expects that");
                })
                .start();
        runAll();
        assertThat(said).containsExactly("IllegalStateException");
    }
}
