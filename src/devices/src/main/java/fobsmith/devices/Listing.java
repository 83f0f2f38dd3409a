package fobsmith.devices;

import fobsmith.devices.pcsc.ReaderBus;
import fobsmith.devices.usb.UsbPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is plugged in at one moment and recognised by a driver; the first that recognises a port has it.
 *
 * @param readersAnswer whether a PC/SC service told its cards
 */
record Listing(List<Plugged> all, boolean readersAnswer) {
    Listing {
        all = List.copyOf(all);
    }

    /** A bus that cannot be looked at has nothing plugged in. */
    static Listing of(List<Bus> buses, List<TokenDriver> drivers) {
        var all = new ArrayList<Plugged>();
        boolean readersAnswer = false;
        for (var bus : buses) {
            try {
                for (var port : bus.ports()) {
                    recognised(port, drivers).or(() -> swapped(port, drivers)).ifPresent(all::add);
                }
                readersAnswer |= bus instanceof ReaderBus;
            } catch (DeviceException _) {
                // Until it can be looked at.
            }
        }
        return new Listing(all, readersAnswer);
    }

    private static Optional<Plugged> recognised(Port port, List<TokenDriver> drivers) {
        return drivers.stream()
                .filter(driver -> driver.recognises(port))
                .findFirst()
                .map(driver -> new Plugged(port, driver));
    }

    private static Optional<Plugged> swapped(Port port, List<TokenDriver> drivers) {
        return port instanceof UsbPort usb
                ? usb.swapped().flatMap(other -> recognised(other, drivers))
                : Optional.empty();
    }
}
