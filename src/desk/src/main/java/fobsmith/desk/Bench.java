package fobsmith.desk;

import fobsmith.devices.Bus;
import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.OwnLinks;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.TokenSession;
import fobsmith.devices.TokenWatch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Where tokens are plugged in. One thread at a time gets at them, whoever asks; never the screen's. Closes its links. */
public final class Bench implements AutoCloseable {
    private final List<Bus> buses;
    private final TokenScanner scanner;
    private final TokenWatch watch;
    private final ReentrantLock inUse = new ReentrantLock();
    private volatile List<Candidate> lastSeen = List.of();

    /** Takes the buses over. */
    public Bench(List<? extends Bus> buses, InstantSource clock) {
        this(TokenDrivers.ALL, buses, clock);
    }

    Bench(List<TokenDriver> drivers, List<? extends Bus> buses, InstantSource clock) {
        this.buses = List.copyOf(buses);
        scanner = new TokenScanner(drivers, this.buses, clock);
        watch = new TokenWatch(scanner);
    }

    /** With USB, readers and serial ports of this machine, as far as they work, and those named; takes those over. */
    public static Bench ofThisMachine(InstantSource clock, List<Bus> named) {
        var links = new ArrayList<>(OwnLinks.open().buses());
        links.addAll(named);
        return new Bench(links, clock);
    }

    /**
     * What is plugged in; while somebody works with a token, what was plugged in before. However often it is asked for, a token is
     * opened when it is new only, since that takes it from other programs for a moment; one that could not be read is tried again.
     */
    public List<Candidate> scan() {
        if (!inUse.tryLock()) {
            return lastSeen;
        }
        try {
            watch.look();
            lastSeen = watch.present();
            return lastSeen;
        } finally {
            inUse.unlock();
        }
    }

    /**
     * Works with the token of this serial number; the session is closed afterwards.
     *
     * @throws DeviceException where it is not there or cannot be opened
     */
    public <T> T with(String serial, Function<TokenSession, T> work) {
        inUse.lock();
        try (var session = scanner.open(serial)) {
            return work.apply(session);
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public void close() {
        buses.forEach(Bus::close);
    }
}
