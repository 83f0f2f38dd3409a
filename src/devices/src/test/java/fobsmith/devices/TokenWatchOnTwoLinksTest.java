package fobsmith.devices;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.pcsc.CardPort;
import fobsmith.devices.pcsc.ReaderBus;
import fobsmith.devices.usb.UsbBus;
import fobsmith.devices.usb.UsbPort;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys with a reader of their own that are watched, which the PC/SC service takes some looks after they were plugged in. */
class TokenWatchOnTwoLinksTest {
    private static final int KEYS = 1;
    private static final int FOBS = 2;

    private final List<UsbPort> usb = new ArrayList<>();
    private final List<CardPort> cards = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> opened = new ArrayList<>();
    private boolean serviceRuns = true;
    private final TokenWatch watch = new TokenWatch(new TokenScanner(
            List.of(new Driver("Key", KEYS, true), new Driver("Fob", FOBS, false)),
            List.of(new Usb(), new Service()),
            InstantSource.fixed(Instant.EPOCH)));

    private final class Usb implements UsbBus {
        @Override
        public List<UsbPort> ports() {
            return List.copyOf(usb);
        }

        @Override
        public void close() {}
    }

    private final class Service implements ReaderBus {
        @Override
        public List<CardPort> ports() {
            if (!serviceRuns) {
                throw new DeviceException.Unavailable("the service does not run", "start it");
            }
            return List.copyOf(cards);
        }

        @Override
        public void close() {}
    }

    private final class Driver implements TokenDriver {
        private final String model;
        private final int product;
        private final boolean hasOwnReader;

        Driver(String model, int product, boolean hasOwnReader) {
            this.model = model;
            this.product = product;
            this.hasOwnReader = hasOwnReader;
        }

        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public String model() {
            return model;
        }

        @Override
        public boolean recognises(Port port) {
            return port instanceof UsbPort key ? key.product() == product : hasOwnReader;
        }

        @Override
        public boolean hasOwnReader() {
            return hasOwnReader;
        }

        @Override
        public TokenSession open(Port port) {
            opened.add(port.place());
            if (taken.contains(port.place())) {
                throw new DeviceException.Unavailable("pcscd holds " + port.place(), "stop it");
            }
            return new Session(model, port.place());
        }
    }

    private record Session(String model, String serial) implements TokenSession {
        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public void close() {}
    }

    private void plug(String place) {
        usb.add(ClosedPorts.own(place, 1, KEYS));
    }

    private void take(String place, String reader) {
        taken.add(place);
        cards.add(ClosedPorts.card(reader, new byte[0]));
    }

    private List<String> look() {
        return watch.look().stream()
                .map(change ->
                        change.getClass().getSimpleName() + " " + change.token().place())
                .toList();
    }

    private List<String> look(int times) {
        var seen = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            seen.addAll(look());
        }
        return seen;
    }

    @Test
    void leavesAKeyToTheServiceThatShowsItOneLookLater() {
        plug("usb 1-1");
        assertThat(look()).isEmpty();
        take("usb 1-1", "Key 00");
        assertThat(look()).containsExactly("Plugged pcsc Key 00");
        assertThat(look(10)).isEmpty();
        usb.clear();
        cards.clear();
        assertThat(look()).containsExactly("Pulled pcsc Key 00");
    }

    @Test
    void touchesNoKeyBeforeTheServiceHadTimeToTakeIt() {
        plug("usb 1-1");
        take("usb 1-1", "Key 00");
        look(5);
        opened.clear();
        plug("usb 1-2");
        assertThat(look(2)).isEmpty();
        assertThat(opened).doesNotContain("usb 1-2");
        take("usb 1-2", "Key 01");
        assertThat(look(5)).containsExactly("Plugged pcsc Key 01");
    }

    @Test
    void findsAKeyOnUsbThatTheServiceDoesNotTake() {
        plug("usb 1-1");
        assertThat(look(2)).isEmpty();
        assertThat(look()).containsExactly("Plugged usb 1-1");
        assertThat(look(10)).isEmpty();
        assertThat(opened).containsExactly("usb 1-1");
    }

    @Test
    void waitsForEachKeyThatTakesThePlaceOfAnother() {
        plug("usb 1-1");
        look(3);
        usb.set(0, new ClosedPorts.OwnPort("usb 1-1", 1, KEYS, "8"));
        assertThat(look()).containsExactly("Pulled usb 1-1");
        usb.set(0, new ClosedPorts.OwnPort("usb 1-1", 1, KEYS, "9"));
        assertThat(look(2)).isEmpty();
        assertThat(look()).containsExactly("Plugged usb 1-1");
    }

    @Test
    void doesNotWaitWhereNoServiceRuns() {
        serviceRuns = false;
        plug("usb 1-1");
        assertThat(look()).containsExactly("Plugged usb 1-1");
        serviceRuns = true;
        assertThat(look()).isEmpty();
    }

    @Test
    void doesNotWaitForWhatTheServiceLeavesAlone() {
        usb.add(ClosedPorts.own("usb 1-1", 1, FOBS));
        usb.add(ClosedPorts.port("usbip 127.0.0.1:3240/1-1", 1, KEYS));
        assertThat(look()).containsExactly("Plugged usb 1-1", "Plugged usbip 127.0.0.1:3240/1-1");
    }

    /** As one beside a key that the service has. */
    @Test
    void doesNotOpenAFreeKeyAgainToSeeWhetherItIsFree() {
        plug("usb 1-1");
        take("usb 1-1", "Key 00");
        plug("usb 1-2");
        assertThat(look(4)).containsExactly("Plugged pcsc Key 00", "Plugged usb 1-2");
        opened.clear();
        assertThat(look(10)).isEmpty();
        assertThat(opened).doesNotContain("usb 1-2", "pcsc Key 00");
    }
}
