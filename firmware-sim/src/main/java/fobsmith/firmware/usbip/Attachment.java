package fobsmith.firmware.usbip;

import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.UsbSilence;
import fobsmith.firmware.usb.UsbStall;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A device imported over one connection. Commands are read on the caller's thread; transfers are carried out one after the
 * other on a thread of the attachment, so that a device that takes its time can be given up. Reads wait until a transfer
 * before them, or the device itself, may have brought them data.
 */
final class Attachment implements AutoCloseable {
    private static final int MOST_PENDING = 128;

    private final Socket connection;
    private final PluggedDevice device;
    private final Runnable gone;
    private final Map<Integer, Transfer> pending = new LinkedHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private volatile boolean closed;

    /** @param gone called when the device loses its power */
    Attachment(Socket connection, PluggedDevice device, Runnable gone) {
        this.connection = connection;
        this.device = device;
        this.gone = gone;
    }

    /** Serves until the connection ends, always by an exception. */
    void serve(DataInputStream in) throws IOException {
        device.function().onReady(() -> work(this::carryOutReads));
        while (true) {
            switch (Command.read(in, device)) {
                case Transfer transfer -> accept(transfer);
                case Command.Unlink unlink -> giveUp(unlink);
            }
        }
    }

    private void accept(Transfer transfer) throws IOException {
        synchronized (this) {
            Command.require(pending.size() < MOST_PENDING, "number of pending transfers");
            Command.require(pending.putIfAbsent(transfer.sequence(), transfer) == null, "sequence number");
        }
        work(() -> {
            if (!transfer.waitsForData()) {
                carryOut(transfer);
            }
            carryOutReads();
        });
    }

    /** Forgotten and answered in one, so that no transfer is both done and given up. */
    private synchronized void giveUp(Command.Unlink unlink) throws IOException {
        send(Reply.unlinked(unlink, pending.remove(unlink.given()) != null));
    }

    private void carryOutReads() {
        reads().forEach(read -> {
            synchronized (this) {
                carryOut(read);
            }
        });
    }

    private synchronized List<Transfer> reads() {
        return pending.values().stream().filter(Transfer::waitsForData).toList();
    }

    private void carryOut(Transfer transfer) {
        if (!closed && isPending(transfer)) {
            reply(transfer).ifPresent(reply -> answer(transfer, reply));
        }
    }

    private synchronized boolean isPending(Transfer transfer) {
        return pending.containsValue(transfer);
    }

    /** Empty where it stays pending. */
    private Optional<byte[]> reply(Transfer transfer) {
        try {
            return transfer.carryOut(device.function()).map(data -> Reply.done(transfer, data));
        } catch (UsbStall e) {
            return Optional.of(Reply.refused(transfer));
        } catch (UsbSilence e) {
            return Optional.empty();
        }
    }

    /** Nothing where it was given up meanwhile. */
    private synchronized void answer(Transfer transfer, byte[] reply) {
        if (!pending.remove(transfer.sequence(), transfer)) {
            return;
        }
        try {
            send(reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(byte[] reply) throws IOException {
        connection.getOutputStream().write(reply);
    }

    private void work(Runnable task) {
        try {
            worker.execute(() -> guard(task));
        } catch (RejectedExecutionException e) {
            // closed: nobody waits for it any more
        }
    }

    private void guard(Runnable task) {
        try {
            task.run();
        } catch (PowerLost e) {
            gone.run();
        } catch (UncheckedIOException e) {
            hangUp();
        } catch (RuntimeException e) {
            hangUp();
            throw e;
        }
    }

    /** Closes the connection; no further transfer begins. */
    void hangUp() {
        closed = true;
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hangs up, and returns when the device is left alone. */
    @Override
    public void close() {
        hangUp();
        worker.close();
    }
}
