package fobsmith.firmware.usb;

/** The card has not done what it was told, and the reader waits no longer to say so. */
final class StillAtWork extends RuntimeException {
    private final transient CardWork work;

    StillAtWork(CardWork work) {
        super("the card is still at work");
        this.work = work;
    }

    CardWork work() {
        return work;
    }
}
