package fobsmith.devices.pcsc;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.CardException;

/**
 * The one thread that calls Java's connection to the service, for everybody; they wait for it no longer than they like. A call ends
 * when the card has answered and nothing can break it off; Java lets only the thread that took a card speak to it; and a second call
 * over the same connection would keep libpcsclite as a whole busy meanwhile, so that no other connection could be made. Once a step
 * has lasted too long no other is begun; the thread ends when the service lets go of it, at the latest when the card is pulled out.
 */
final class CardThread {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pcsc").factory());
    private final Duration limit;
    private final Future<?> beginning;
    private volatile boolean silent;

    /**
     * @param limit how long a step may last, with those before it
     * @param first what is done before any step, as long as that may take
     */
    CardThread(Duration limit, Runnable first) {
        this.limit = limit;
        this.beginning = thread.submit(first);
    }

    Duration limit() {
        return limit;
    }

    /** Whether what is done first has been done. */
    boolean hasBegun() {
        return beginning.isDone();
    }

    /** Whether a step has lasted too long. */
    boolean isSilent() {
        return silent;
    }

    /**
     * Waits for a step, through interruptions too, as for any call into the service.
     *
     * @throws TimeoutException where it lasts too long
     * @throws CardException where it fails, or one before it has lasted too long
     */
    <T> T ask(Callable<T> step) throws CardException, TimeoutException {
        requireLively();
        try {
            return await(thread.submit(() -> {
                requireLively();
                return step.call();
            }));
        } catch (RejectedExecutionException e) {
            throw new CardException("the service is not spoken to any more", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CardException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void requireLively() throws CardException {
        if (silent) {
            throw new CardException("another call into the service was not answered");
        }
    }

    private <T> T await(Future<T> pending) throws ExecutionException, TimeoutException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return pending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            silent = true;
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends after one last step, which nobody waits for. */
    void end(Runnable last) {
        if (!thread.isShutdown()) {
            thread.execute(last);
            thread.shutdown();
        }
    }
}
