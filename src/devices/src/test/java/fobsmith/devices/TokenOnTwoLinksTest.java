package fobsmith.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.pcsc.CardPort;
import fobsmith.devices.usb.UsbPort;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A key with a reader of its own stands on USB, and on PC/SC where the service of the machine took it. */
class TokenOnTwoLinksTest {
    private static final int ACME = 0xac3e;
    private static final String READER = "Acme Key 00 00";
    private final DeviceException held =
            new DeviceException.Unavailable("another program holds usb 1-1, most likely pcscd", "stop it");

    private final Map<String, DeviceException> failures = new HashMap<>();
    private final Set<String> foreign = new HashSet<>();
    private final List<String> opened = new ArrayList<>();

    private TokenScanner scanner(Bus... buses) {
        return new TokenScanner(
                List.of(new KeyDriver(), new AnyCardDriver()), List.of(buses), InstantSource.fixed(Instant.EPOCH));
    }

    private static Bus usb(String... places) {
        return ClosedPorts.bus(List.of(places).stream()
                .map(place -> ClosedPorts.own(place, ACME, 1))
                .toArray(UsbPort[]::new));
    }

    private static Bus readers(String... names) {
        return ClosedPorts.readers(List.of(names).stream()
                .map(name -> ClosedPorts.card(name, new byte[0]))
                .toArray(CardPort[]::new));
    }

    private static List<String> places(List<Candidate> all) {
        return all.stream().map(Candidate::place).toList();
    }

    @Test
    void isFoundOnceWhereItCanBeOpened() {
        failures.put("usb 1-1", held);
        var scanner = scanner(usb("usb 1-1"), readers(READER));
        assertThat(scanner.scan())
                .containsExactly(new Candidate.Usable("pcsc " + READER, "Acme", "Key", "pcsc " + READER, null));
        assertThat(scanner.remarks())
                .containsExactly("usb 1-1 is left to the PC/SC service, which holds it: see pcsc " + READER);
        scanner.openOnly().close();
    }

    @Test
    void isFoundOnUsbWhereNoServiceTookIt() {
        var scanner = scanner(usb("usb 1-1"), readers());
        assertThat(places(scanner.scan())).containsExactly("usb 1-1");
        assertThat(scanner.remarks()).isEmpty();
    }

    @Test
    void saysThatTheServiceHoldsItWhereThatDoesNotShowIt() {
        failures.put("usb 1-1", held);
        assertThat(scanner(usb("usb 1-1"), readers()).scan())
                .containsExactly(new Candidate.Unusable(
                        "usb 1-1", "Acme", "Key", "another program holds usb 1-1, most likely pcscd", "stop it"));
    }

    @Test
    void doesNotHideAnotherThatCanBeOpened() {
        failures.put("usb 1-1", held);
        assertThat(places(scanner(usb("usb 1-1", "usb 1-2"), readers(READER)).scan()))
                .containsExactly("usb 1-2", "pcsc " + READER);
    }

    @Test
    void hidesNoMoreThanTheServiceShows() {
        failures.put("usb 1-1", held);
        failures.put("usb 1-2", held);
        assertThat(places(scanner(usb("usb 1-1", "usb 1-2"), readers(READER)).scan()))
                .containsExactly("usb 1-2", "pcsc " + READER);
    }

    @Test
    void hidesNothingOfAnotherMachine() {
        failures.put("usbip 127.0.0.1:3240/1-1", held);
        var remote = ClosedPorts.bus(ClosedPorts.port("usbip 127.0.0.1:3240/1-1", ACME, 1));
        assertThat(places(scanner(remote, readers(READER)).scan()))
                .containsExactly("usbip 127.0.0.1:3240/1-1", "pcsc " + READER);
    }

    @Test
    void leavesCardsAloneThatTurnOutToBeForeign() {
        foreign.add("pcsc Bank 00");
        var scanner = scanner(usb("usb 1-1"), readers("Bank 00", "Fob 00"));
        assertThat(places(scanner.scan())).containsExactly("usb 1-1", "pcsc Fob 00");
        assertThat(places(scanner.scan())).containsExactly("usb 1-1", "pcsc Fob 00");
        assertThat(opened).as("asked once").containsOnlyOnce("pcsc Bank 00");
        assertThatThrownBy(() -> scanner.open("pcsc Bank 00")).hasMessage("not ours");
        scanner(usb("usb 1-1"), readers("Bank 00")).openOnly().close();
    }

    @Test
    void asksACardAgainThatWasHeldByAnotherProgram() {
        failures.put("pcsc Bank 00", new DeviceException.Unavailable("held", "end that program"));
        foreign.add("pcsc Bank 00");
        var scanner = scanner(readers("Bank 00"));
        assertThat(places(scanner.scan())).containsExactly("pcsc Bank 00");
        failures.clear();
        assertThat(scanner.scan()).isEmpty();
    }

    @Test
    void asksTheNextCardInTheSameReader() {
        foreign.add("pcsc Desk 00");
        var atr = new AtomicReference<>(new byte[] {1});
        var scanner = scanner(new Bus() {
            @Override
            public List<CardPort> ports() {
                return List.of(ClosedPorts.card("Desk 00", Objects.requireNonNull(atr.get())));
            }

            @Override
            public void close() {}
        });
        assertThat(scanner.scan()).isEmpty();
        foreign.clear();
        atr.set(new byte[] {2});
        assertThat(places(scanner.scan())).containsExactly("pcsc Desk 00");
    }

    private TokenSession session(Port port, String model) {
        opened.add(port.place());
        var failure = failures.get(port.place());
        if (failure != null) {
            throw failure;
        }
        if (foreign.contains(port.place())) {
            throw new DeviceException.Unsupported("not ours");
        }
        return new AcmeSession(port.place(), model);
    }

    private record AcmeSession(String serial, String model) implements TokenSession {
        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public void close() {}
    }

    private final class KeyDriver implements TokenDriver {
        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public String model() {
            return "Key";
        }

        @Override
        public boolean recognises(Port port) {
            return (port instanceof UsbPort usb && usb.vendor() == ACME)
                    || (port instanceof CardPort card && card.readerName().equals(READER));
        }

        @Override
        public TokenSession open(Port port) {
            return session(port, model());
        }
    }

    private final class AnyCardDriver implements TokenDriver {
        @Override
        public String manufacturer() {
            return "Acme";
        }

        @Override
        public String model() {
            return "Fob";
        }

        @Override
        public boolean recognises(Port port) {
            return port instanceof CardPort;
        }

        @Override
        public boolean isSure() {
            return false;
        }

        @Override
        public TokenSession open(Port port) {
            return session(port, model());
        }
    }
}
