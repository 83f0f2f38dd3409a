package fobsmith.devices.usb;

import fobsmith.devices.DeviceException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The connection that an imported device has for itself: the CMD_ and RET_ messages of the Linux kernel's USB/IP protocol.
 * Messages are numbered; a thread of the connection's own reads the answers and hands each to whoever waits for its number.
 * When the connection ends, nobody waits any longer. One transfer at a time.
 */
final class UsbIpConnection implements AutoCloseable {
    private static final Duration UNLINK_TIMEOUT = Duration.ofSeconds(2);
    private static final int HEADER = 48;
    private static final int UNLINK = 2;
    private static final int SUBMIT_ANSWER = 3;
    private static final int UNLINK_ANSWER = 4;

    /** An order that has no answer yet, and what its answer may be. */
    private record Order(int answeredBy, boolean towardsHost, int length, CompletableFuture<UsbIpAnswer> answer) {}

    private final Socket socket;
    private final int device;
    private final String place;
    private final Map<Integer, Order> orders = new ConcurrentHashMap<>();
    private volatile @Nullable String ended;
    private int lastNumber;

    private UsbIpConnection(Socket socket, int device, String place) {
        this.socket = socket;
        this.device = device;
        this.place = place;
    }

    /** Takes over a socket on which the device has just been imported; it is closed with the connection. */
    static UsbIpConnection start(Socket socket, int device, String place) {
        var connection = new UsbIpConnection(socket, device, place);
        Thread.ofVirtual().name(place).start(connection::listen);
        return connection;
    }

    /** One transfer; empty where it was not done in time and has been withdrawn. */
    Optional<UsbIpAnswer> transfer(UsbIpSubmit submit, Duration timeout) {
        int number = ++lastNumber;
        var order = new Order(SUBMIT_ANSWER, submit.towardsHost(), submit.length(), new CompletableFuture<>());
        var answer = send(submit.message(number, device), number, order);
        if (!isDoneWithin(timeout, answer)) {
            withdraw(number);
        }
        // Its answer may have crossed the withdrawal; then it is done, and what it brought is not to be had again.
        return answer.isDone() ? Optional.of(result(answer)) : Optional.empty();
    }

    /** Afterwards nothing more will come of the order. */
    private void withdraw(int number) {
        int own = ++lastNumber;
        var message = ByteBuffer.allocate(HEADER)
                .putInt(UNLINK)
                .putInt(own)
                .putInt(device)
                .putInt(20, number)
                .array();
        var withdrawn = send(message, own, new Order(UNLINK_ANSWER, false, 0, new CompletableFuture<>()));
        if (!isDoneWithin(UNLINK_TIMEOUT, withdrawn)) {
            throw end(new DeviceException.LinkLost(place + " does not answer"));
        }
        result(withdrawn);
        orders.remove(number);
    }

    private CompletableFuture<UsbIpAnswer> send(byte[] message, int number, Order order) {
        orders.put(number, order);
        var why = ended; // whoever ends the connection says so first and looks for orders afterwards
        if (why != null) {
            throw new DeviceException.LinkLost(why);
        }
        try {
            socket.getOutputStream().write(message);
            return order.answer();
        } catch (IOException e) {
            throw end(new DeviceException.LinkLost(place + " is gone", e));
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }

    private boolean isDoneWithin(Duration timeout, CompletableFuture<UsbIpAnswer> answer) {
        try {
            answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException _) {
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw end(new DeviceException.LinkLost("interrupted while waiting for " + place, e));
        }
    }

    private static UsbIpAnswer result(CompletableFuture<UsbIpAnswer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DeviceException why ? why : e;
        }
    }

    private void listen() {
        try {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            while (ended == null) {
                receive(in);
            }
        } catch (IOException e) {
            end(new DeviceException.LinkLost(place + " is gone", e));
        } catch (DeviceException.Malformed e) {
            end(e);
        }
    }

    private void receive(DataInputStream in) throws IOException {
        var header = ByteBuffer.wrap(in.readNBytes(HEADER));
        if (header.remaining() < HEADER) {
            throw new IOException("the connection ended within " + header.remaining() + " bytes of a header");
        }
        int number = header.getInt(4);
        var order = orders.get(number); // it stays there until it is done, for whoever ends the connection to find
        if (order == null || header.getInt(0) != order.answeredBy()) {
            throw new DeviceException.Malformed(
                    "%s answers %d to what it was not asked".formatted(place, header.getInt(0)));
        }
        int length = order.answeredBy() == SUBMIT_ANSWER ? header.getInt(24) : 0;
        if (length < 0 || length > order.length()) {
            throw new DeviceException.Malformed(
                    "%s moved %d bytes where %d were ordered".formatted(place, length, order.length()));
        }
        var data = new byte[order.towardsHost() ? length : 0];
        in.readFully(data);
        orders.remove(number);
        order.answer().complete(new UsbIpAnswer(header.getInt(20), length, data));
    }

    /** Nobody waits any longer; the first reason is the one that is remembered. */
    private synchronized DeviceException end(DeviceException why) {
        if (ended == null) {
            ended = String.valueOf(why.getMessage());
        }
        orders.values().forEach(order -> order.answer().completeExceptionally(why));
        orders.clear();
        try {
            socket.close();
        } catch (IOException _) {
            // There is nothing left to lose.
        }
        return why;
    }

    @Override
    public void close() {
        end(new DeviceException.LinkLost(place + " has been closed"));
    }
}
