package fobsmith.devices;

import fobsmith.devices.pcsc.ReaderBus;
import java.util.ArrayList;
import java.util.List;

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
                    drivers.stream()
                            .filter(driver -> driver.recognises(port))
                            .findFirst()
                            .ifPresent(driver -> all.add(new Plugged(port, driver)));
                }
                readersAnswer |= bus instanceof ReaderBus;
            } catch (DeviceException _) {
                // Until it can be looked at.
            }
        }
        return new Listing(all, readersAnswer);
    }
}
