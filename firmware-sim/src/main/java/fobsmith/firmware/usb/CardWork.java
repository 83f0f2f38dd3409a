package fobsmith.firmware.usb;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A card at work on one command, on a thread of its own, so that its reader can talk to the host meanwhile. */
final class CardWork {
    private final CompletableFuture<byte[]> response;

    private CardWork(CompletableFuture<byte[]> response) {
        this.response = response;
    }

    static CardWork begin(SmartCard card, byte[] command) {
        return new CardWork(CompletableFuture.supplyAsync(
                () -> card.exchange(command),
                work -> Thread.ofVirtual().name("card").start(work)));
    }

    /** Waits for so long. */
    boolean isDoneWithin(Duration time) {
        try {
            response.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Of work that is done.
     *
     * @throws PowerLost where the card has lost its power meanwhile
     * @throws CardSilence where it will never answer
     */
    byte[] response() {
        if (response.isCompletedExceptionally()) {
            throw switch (response.exceptionNow()) {
                case PowerLost lost -> new PowerLost(String.valueOf(lost.getMessage()), lost);
                case CardSilence silence -> silence;
                case Throwable failure -> new IllegalStateException("the card has failed", failure);
            };
        }
        return response.resultNow();
    }
}
