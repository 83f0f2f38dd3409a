package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.Bus;
import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.TokenSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens whose serial number is the place they are plugged into, looked at again and again as a window does. */
class BenchTest {
    private final List<String> plugged = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final Set<String> held = new HashSet<>();
    private final Bench bench =
            new Bench(List.of(new Driver()), List.of(new Table()), InstantSource.fixed(Instant.EPOCH));

    private record Place(String place) implements Port {}

    private final class Table implements Bus {
        @Override
        public List<Place> ports() {
            return plugged.stream().map(Place::new).toList();
        }

        @Override
        public void close() {}
    }

    private final class Driver implements TokenDriver {
        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public String model() {
            return "T200";
        }

        @Override
        public boolean recognises(Port port) {
            return true;
        }

        @Override
        public TokenSession open(Port port) {
            opened.add(port.place());
            if (held.contains(port.place())) {
                throw new DeviceException.Unavailable("another program holds " + port.place(), "end that program");
            }
            return new Session(port.place());
        }
    }

    private record Session(String serial) implements TokenSession {
        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public String model() {
            return "T200";
        }

        @Override
        public void close() {}
    }

    private List<String> serials() {
        return bench.scan().stream()
                .map(one -> one instanceof Candidate.Usable usable ? usable.serial() : "unreadable")
                .toList();
    }

    @Test
    void opensATokenOnceHoweverOftenItIsLookedAt() {
        plugged.add("usb 1-1");
        for (int look = 0; look < 10; look++) {
            assertThat(serials()).containsExactly("usb 1-1");
        }
        assertThat(opened).containsExactly("usb 1-1");
    }

    @Test
    void seesWhatComesAndGoes() {
        plugged.add("usb 1-1");
        assertThat(serials()).containsExactly("usb 1-1");
        plugged.add("usb 1-2");
        assertThat(serials()).containsExactly("usb 1-1", "usb 1-2");
        plugged.removeFirst();
        assertThat(serials()).containsExactly("usb 1-2");
    }

    @Test
    void readsATokenOnceItCanBeRead() {
        plugged.add("usb 1-1");
        held.add("usb 1-1");
        assertThat(serials()).containsExactly("unreadable");
        held.clear();
        assertThat(serials()).containsExactly("usb 1-1");
    }

    @Test
    void seesATokenThatWasPulledOutWhileSomebodyWorkedWithIt() {
        plugged.add("usb 1-1");
        bench.scan();
        var during = bench.with("usb 1-1", session -> {
            plugged.clear();
            return session.serial();
        });
        assertThat(during).isEqualTo("usb 1-1");
        assertThat(serials()).isEmpty();
    }
}
