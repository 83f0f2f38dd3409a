package fobsmith.cli;

import fobsmith.devices.Bus;
import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.TokenSession;
import fobsmith.devices.TokenWatch;
import fobsmith.devices.usb.LibusbBus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where tokens are plugged in. One thread; closing it closes the links. */
public final class Bench implements AutoCloseable {
    private final InstantSource clock;
    private final List<Bus> buses = new ArrayList<>();
    private final List<DeviceException> faults = new ArrayList<>();

    private Bench(InstantSource clock) {
        this.clock = clock;
    }

    /** With the USB of this machine, where it works; a machine without it may still reach tokens over the network. */
    static Bench ofThisMachine(InstantSource clock) {
        var bench = new Bench(clock);
        try {
            bench.add(LibusbBus.open());
        } catch (DeviceException.Unavailable e) {
            bench.faults.add(e);
        }
        return bench;
    }

    void add(Bus bus) {
        buses.add(bus);
    }

    /** Links that cannot be used, and why: none of them hides what the others show. */
    public List<DeviceException> faults() {
        var all = new ArrayList<>(faults);
        for (var bus : buses) {
            try {
                bus.ports();
            } catch (DeviceException e) {
                all.add(e);
            }
        }
        return all;
    }

    /** What is plugged in, token by token. */
    public List<Candidate> scan() {
        return scanner().scan();
    }

    /** Notices what comes and goes from now on. */
    public TokenWatch watch() {
        return new TokenWatch(scanner());
    }

    /** The token with this serial number or at this place; else the only one there is. The caller closes the session. */
    public TokenSession open(Optional<String> serialOrPlace) {
        return serialOrPlace.map(scanner()::open).orElseGet(scanner()::openOnly);
    }

    private TokenScanner scanner() {
        return new TokenScanner(
                TokenDrivers.ALL, buses.stream().filter(Bench::answers).toList(), clock);
    }

    private static boolean answers(Bus bus) {
        try {
            bus.ports();
            return true;
        } catch (DeviceException e) {
            return false;
        }
    }

    @Override
    public void close() {
        buses.forEach(Bus::close);
    }
}
