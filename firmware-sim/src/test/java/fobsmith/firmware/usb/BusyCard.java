package fobsmith.firmware.usb;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A card that takes its time over every command, until told to finish. */
public final class BusyCard implements SmartCard {
    private final AtomicInteger commands = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    @Override
    public byte[] atr() {
        return Hex.bytes("3b800181");
    }

    @Override
    public void powerOn() {}

    @Override
    public void powerOff() {}

    @Override
    public byte[] exchange(byte[] command) {
        commands.incrementAndGet();
        begun.countDown();
        try {
            finished.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Hex.bytes("9000");
    }

    public int commands() {
        return commands.get();
    }

    public void awaitCommand() throws InterruptedException {
        begun.await();
    }

    public void finish() {
        finished.countDown();
    }
}
