package fobsmith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Work that may take a while: done away from the screen's thread, answered on it.
 * {@code tasks.create(work).onSuccess(..).onError(Type.class, ..).andFinally(..).start()}. Thread-safe.
 */
public final class Tasks {
    private final Executor background;
    private final Executor screen;
    private final AtomicInteger running = new AtomicInteger();
    private Consumer<Exception> unexpected = failure -> {
        throw new IllegalStateException("nobody takes what failed", failure);
    };

    /** A test gives both the same: {@code Runnable::run}. */
    public Tasks(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /** Each piece of work on a thread of its own. */
    public static Tasks ofTheWindow() {
        return new Tasks(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
    }

    /** Who is told, on the screen's thread, what no job has a handler for. */
    public void onUnexpected(Consumer<Exception> handler) {
        unexpected = handler;
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
        return running.get() == 0;
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

        public void start() {
            running.incrementAndGet();
            background.execute(this::work);
        }

        private void work() {
            try {
                var done = work.call();
                answer(() -> success.accept(done));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer(() -> failed(e));
            } catch (Exception e) {
                answer(() -> failed(e));
            }
        }

        private void answer(Runnable handler) {
            screen.execute(() -> {
                try {
                    handler.run();
                } finally {
                    running.decrementAndGet();
                    last.run();
                }
            });
        }

        private void failed(Exception failure) {
            handlers.stream()
                    .flatMap(handler -> handler.fitted(failure).stream())
                    .findFirst()
                    .orElse(() -> unexpected.accept(failure))
                    .run();
        }
    }

    private record Handler<E extends Exception>(Class<E> type, Consumer<? super E> handler) {
        Optional<Runnable> fitted(Exception failure) {
            return type.isInstance(failure) ? Optional.of(() -> handler.accept(type.cast(failure))) : Optional.empty();
        }
    }
}
