package fobsmith.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.usb.UsbBus;
import fobsmith.devices.usb.UsbPort;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenScannerTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int ACME = 0xac3e;

    private final Map<String, String> serials = new HashMap<>();
    /** Of what is plugged in there once the first session has been closed. */
    private final Map<String, String> nextSerials = new HashMap<>();

    private final Map<String, DeviceException> failures = new HashMap<>();
    private final List<String> opened = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    @Test
    void saysWhatIsClosedPortsBusByBus() {
        serials.put("usb 1-1", "ACME00001");
        serials.put("usbip 127.0.0.1:3240/1-1", "ACME00002");
        var candidates = scanner(ClosedPorts.bus(acme("usb 1-1")), ClosedPorts.bus(acme("usbip 127.0.0.1:3240/1-1")))
                .scan();
        assertThat(candidates)
                .containsExactly(
                        new Candidate.Usable("usb 1-1", "Acme", "T200", "ACME00001", Duration.ofSeconds(-3)),
                        new Candidate.Usable(
                                "usbip 127.0.0.1:3240/1-1", "Acme", "T200", "ACME00002", Duration.ofSeconds(-3)));
        assertThat(open).isEmpty();
    }

    @Test
    void leavesAloneWhatNoDriverRecognises() {
        var bus = ClosedPorts.bus(ClosedPorts.port("usb 1-2", 0x1d6b, 2), ClosedPorts.port("usb 1-3", 0x349e, 0x0022));
        assertThat(scanner(bus).scan()).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void saysWhyACandidateIsUnusableAndGoesOn() {
        serials.put("usb 1-1", "ACME00001");
        serials.put("usb 1-2", "ACME00002");
        failures.put("usb 1-1", new DeviceException.Unavailable("no permission to open usb 1-1", "install the rules"));
        assertThat(scanner(ClosedPorts.bus(acme("usb 1-1"), acme("usb 1-2"))).scan())
                .containsExactly(
                        new Candidate.Unusable(
                                "usb 1-1", "Acme", "T200", "no permission to open usb 1-1", "install the rules"),
                        new Candidate.Usable("usb 1-2", "Acme", "T200", "ACME00002", Duration.ofSeconds(-3)));
    }

    @Test
    void closesASessionWhoseClockCannotBeRead() {
        serials.put("usb 1-1", "silent");
        assertThat(scanner(ClosedPorts.bus(acme("usb 1-1"))).scan())
                .singleElement()
                .isInstanceOfSatisfying(
                        Candidate.Unusable.class,
                        unusable -> assertThat(unusable.reason()).isEqualTo("no answer"));
        assertThat(open).isEmpty();
    }

    @Test
    void opensTheOnlyToken() {
        serials.put("usb 1-1", "ACME00001");
        try (var session = scanner(ClosedPorts.bus(acme("usb 1-1"))).openOnly()) {
            assertThat(session.serial()).isEqualTo("ACME00001");
            assertThat(open).containsExactly("usb 1-1");
        }
        assertThat(open).isEmpty();
    }

    @Test
    void choosesNoneOfTwo() {
        serials.put("usb 1-1", "ACME00001");
        serials.put("usb 1-2", "ACME00002");
        var scanner = scanner(ClosedPorts.bus(acme("usb 1-1"), acme("usb 1-2")));
        assertThatThrownBy(scanner::openOnly)
                .isInstanceOf(DeviceException.Unavailable.class)
                .hasMessage("2 tokens to choose from: usb 1-1, usb 1-2");
        assertThat(opened).isEmpty();
    }

    @Test
    void choosesNoneOfTwoThoughOneIsUnusable() {
        serials.put("usb 1-2", "ACME00002");
        failures.put("usb 1-1", new DeviceException.LinkLost("gone"));
        var scanner = scanner(ClosedPorts.bus(acme("usb 1-1"), acme("usb 1-2")));
        assertThatThrownBy(scanner::openOnly).hasMessageContaining("usb 1-1, usb 1-2");
    }

    @Test
    void saysThatThereIsNone() {
        assertThatThrownBy(scanner(ClosedPorts.bus())::openOnly)
                .isInstanceOf(DeviceException.Unavailable.class)
                .hasMessage("no token is plugged in");
    }

    @Test
    void opensTheOnlyTokenThatCannotBeOpenedWithItsOwnReason() {
        failures.put("usb 1-1", new DeviceException.Unavailable("held by pcscd", "stop pcscd"));
        assertThatThrownBy(scanner(ClosedPorts.bus(acme("usb 1-1")))::openOnly).hasMessage("held by pcscd");
    }

    @Test
    void opensByPlaceWithoutTouchingTheOthers() {
        serials.put("usb 1-1", "ACME00001");
        serials.put("usb 1-2", "ACME00002");
        try (var session =
                scanner(ClosedPorts.bus(acme("usb 1-1"), acme("usb 1-2"))).open("usb 1-2")) {
            assertThat(session.serial()).isEqualTo("ACME00002");
        }
        assertThat(opened).containsExactly("usb 1-2");
    }

    @Test
    void opensBySerialComparedWithoutCaseAndClosesTheOthers() {
        serials.put("usb 1-1", "ACME00001");
        serials.put("usb 1-2", "ACME00002");
        try (var session =
                scanner(ClosedPorts.bus(acme("usb 1-1"), acme("usb 1-2"))).open("acme00002")) {
            assertThat(session.serial()).isEqualTo("ACME00002");
            assertThat(open).containsExactly("usb 1-2");
        }
    }

    @Test
    void doesNotTakeATokenThatTookThePlaceOfTheOneItLookedAt() {
        serials.put("usb 1-1", "ACME00001");
        nextSerials.put("usb 1-1", "ACME00002");
        var scanner = scanner(ClosedPorts.bus(acme("usb 1-1")));
        assertThatThrownBy(() -> scanner.open("ACME00001"))
                .isInstanceOf(DeviceException.LinkLost.class)
                .hasMessage("another token has taken the place of ACME00001");
        assertThat(opened).hasSize(2);
        assertThat(open).isEmpty();
    }

    @Test
    void choosesNoneOfTwoWithOneSerial() {
        serials.put("usb 1-1", "ACME00001");
        serials.put("usb 1-2", "ACME00001");
        var scanner = scanner(ClosedPorts.bus(acme("usb 1-1"), acme("usb 1-2")));
        assertThatThrownBy(() -> scanner.open("ACME00001")).hasMessageContaining("usb 1-1, usb 1-2");
        assertThat(open).isEmpty();
    }

    @Test
    void saysThatNoReadableTokenHasTheSerial() {
        serials.put("usb 1-2", "ACME00002");
        failures.put("usb 1-1", new DeviceException.LinkLost("gone"));
        var scanner = scanner(ClosedPorts.bus(acme("usb 1-1"), acme("usb 1-2")));
        assertThatThrownBy(() -> scanner.open("ACME00001"))
                .isInstanceOf(DeviceException.Unavailable.class)
                .hasMessage("no readable token with serial or place ACME00001 is plugged in");
        assertThat(open).isEmpty();
    }

    private TokenScanner scanner(UsbBus... buses) {
        return new TokenScanner(List.of(new AcmeDriver()), List.of(buses), InstantSource.fixed(NOON.plusMillis(700)));
    }

    private static UsbPort acme(String place) {
        return ClosedPorts.port(place, ACME, 1);
    }

    private final class AcmeDriver implements TokenDriver {
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
            return port instanceof UsbPort usb && usb.vendor() == ACME;
        }

        @Override
        public TokenSession open(Port port) {
            opened.add(port.place());
            var failure = failures.get(port.place());
            if (failure != null) {
                throw failure;
            }
            open.add(port.place());
            return new AcmeSession(port.place(), serials.getOrDefault(port.place(), ""));
        }
    }

    private final class AcmeSession implements TokenSession, ReadableClock {
        private final String place;
        private final String serial;

        AcmeSession(String place, String serial) {
            this.place = place;
            this.serial = serial;
        }

        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public String model() {
            return "T200";
        }

        @Override
        public String serial() {
            return serial;
        }

        @Override
        public Instant readClock() {
            if (serial.equals("silent")) {
                throw new DeviceException.LinkLost("no answer");
            }
            return NOON.minusSeconds(3);
        }

        @Override
        public void close() {
            open.remove(place);
            serials.put(place, nextSerials.getOrDefault(place, serial));
        }
    }
}
