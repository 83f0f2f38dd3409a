package fobsmith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Work that may take a while: done away from the screen's thread, answered on it.
 * {@code tasks.create(work).onSuccess(..).onError(Type.class, ..).andFinally(..).start()}. Thread-safe.
 */
public final class Tasks {
    private final Line line;
    private final Supplier<Asker> asker;

    /** A test gives both the same: {@code Runnable::run}. */
    public Tasks(Executor background, Executor screen) {
        this(new Line(background, screen), () -> ANYBODY);
    }

    private Tasks(Line line, Supplier<Asker> asker) {
        this.line = line;
        this.asker = asker;
    }

    /** Each piece of work on a thread of its own. */
    public static Tasks ofTheWindow() {
        return new Tasks(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
    }

    /** The same threads, for somebody who may have gone away by the time of the answer; each job has an asker of its own. */
    Tasks askedBy(Supplier<Asker> who) {
        return new Tasks(line, who);
    }

    /** Who asked for a piece of work. Screen's thread. */
    interface Asker {
        /** About to be started; false where it is not to be. */
        boolean begins();

        /** Whether the answer is still of interest. */
        boolean listens();

        /** The answer has come, and its handlers are next. */
        default void ends() {}
    }

    private static final Asker ANYBODY = new Asker() {
        @Override
        public boolean begins() {
            return true;
        }

        @Override
        public boolean listens() {
            return true;
        }
    };

    /** Who is told, on the screen's thread, what no job has a handler for. */
    public void onUnexpected(Consumer<Exception> handler) {
        line.unexpected.set(handler);
    }

    /** Tells whoever is told what no job has a handler for. Screen's thread. */
    public void report(Exception failure) {
        line.unexpected.get().accept(failure);
    }

    public <T> Job<T> create(Callable<T> work) {
        return new Job<>(work);
    }

    /** Work without an answer. */
    public Job<Boolean> run(Runnable work) {
        return new Job<>(() -> {
            work.run();
            return true;
        });
    }

    /** Whether everything that was started has been answered. */
    public boolean isIdle() {
        return line.running.get() == 0;
    }

    /** One piece of work and what comes after it. Each handler runs on the screen's thread. */
    public final class Job<T> {
        private final Callable<T> work;
        private Consumer<? super T> success = _ -> {};
        private Runnable last = () -> {};
        private final List<Handler<?>> handlers = new ArrayList<>();

        private Job(Callable<T> work) {
            this.work = work;
        }

        public Job<T> onSuccess(Consumer<? super T> handler) {
            success = handler;
            return this;
        }

        /** The first that fits takes it. */
        public <E extends Exception> Job<T> onError(Class<E> type, Consumer<? super E> handler) {
            handlers.add(new Handler<>(type, handler));
            return this;
        }

        /** After everything else, whatever happened. */
        public Job<T> andFinally(Runnable handler) {
            last = handler;
            return this;
        }

        /** Does nothing where whoever asks waits for something else. */
        public void start() {
            var who = asker.get();
            if (!who.begins()) {
                return;
            }
            line.running.incrementAndGet();
            try {
                line.background.execute(() -> work(who));
            } catch (RejectedExecutionException _) {
                // The desk is closing: nobody waits for an answer any more.
                line.running.decrementAndGet();
            }
        }

        private void work(Asker who) {
            try {
                var done = work.call();
                answer(who, () -> success.accept(done));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer(who, () -> failed(e));
            } catch (Exception e) {
                answer(who, () -> failed(e));
            } catch (Error e) {
                // A native library that is missing, say: whoever waits hears of it all the same.
                answer(who, () -> failed(new IllegalStateException(e)));
            }
        }

        private void answer(Asker who, Runnable handler) {
            line.screen.execute(() -> {
                try {
                    who.ends();
                    if (who.listens()) {
                        handler.run();
                    }
                } finally {
                    line.running.decrementAndGet();
                    last.run();
                }
            });
        }

        private void failed(Exception failure) {
            handlers.stream()
                    .flatMap(handler -> handler.fitted(failure).stream())
                    .findFirst()
                    .orElse(() -> report(failure))
                    .run();
        }
    }

    private record Handler<E extends Exception>(Class<E> type, Consumer<? super E> handler) {
        Optional<Runnable> fitted(Exception failure) {
            return type.isInstance(failure) ? Optional.of(() -> handler.accept(type.cast(failure))) : Optional.empty();
        }
    }

    /** The threads, and what is on its way. */
    private static final class Line {
        private final Executor background;
        private final Executor screen;
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicReference<Consumer<Exception>> unexpected = new AtomicReference<>(failure -> {
            throw new IllegalStateException("nobody takes what failed", failure);
        });

        Line(Executor background, Executor screen) {
            this.background = background;
            this.screen = screen;
        }
    }
}
