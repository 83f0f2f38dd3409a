package fobsmith.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens of a model whose serial number is the place they are plugged into. */
class TokenWatchTest {
    private final List<Place> plugged = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private boolean down;
    private final TokenWatch watch = new TokenWatch(
            new TokenScanner(List.of(new Driver()), List.of(new Table()), InstantSource.fixed(Instant.EPOCH)));

    private record Place(String place) implements Port {}

    private final class Table implements Bus {
        @Override
        public List<Place> ports() {
            if (down) {
                throw new DeviceException.Unavailable("the service does not run", "start it");
            }
            return List.copyOf(plugged);
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

    private static TokenWatch.Change plugged(String place) {
        return new TokenWatch.Change.Plugged(token(place));
    }

    private static TokenWatch.Change pulled(String place) {
        return new TokenWatch.Change.Pulled(token(place));
    }

    private static Candidate token(String place) {
        return new Candidate.Usable(place, "Acme", "T200", place, null);
    }

    @Test
    void tellsWhatIsThereFirstAndThenOnlyWhatChanges() {
        plugged.add(new Place("usb 1-1"));
        assertThat(watch.look()).containsExactly(plugged("usb 1-1"));
        assertThat(watch.look()).isEmpty();
        plugged.add(new Place("usb 1-2"));
        assertThat(watch.look()).containsExactly(plugged("usb 1-2"));
        plugged.removeFirst();
        assertThat(watch.look()).containsExactly(pulled("usb 1-1"));
        plugged.removeFirst();
        plugged.add(new Place("usb 1-3"));
        assertThat(watch.look()).containsExactly(pulled("usb 1-2"), plugged("usb 1-3"));
    }

    /** As when a service is restarted, or starts after the watching did. */
    @Test
    void outlivesABusThatCannotBeLookedAtForAWhile() {
        down = true;
        plugged.add(new Place("usb 1-1"));
        assertThat(watch.look()).isEmpty();
        down = false;
        assertThat(watch.look()).containsExactly(plugged("usb 1-1"));
        down = true;
        assertThat(watch.look()).containsExactly(pulled("usb 1-1"));
        down = false;
        assertThat(watch.look()).containsExactly(plugged("usb 1-1"));
    }

    @Test
    void opensATokenOnceEachTimeItComes() {
        plugged.add(new Place("usb 1-1"));
        watch.look();
        watch.look();
        assertThat(opened).containsExactly("usb 1-1");
        plugged.clear();
        watch.look();
        plugged.add(new Place("usb 1-1"));
        watch.look();
        assertThat(opened).containsExactly("usb 1-1", "usb 1-1");
    }
}
