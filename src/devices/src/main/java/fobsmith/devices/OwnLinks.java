package fobsmith.devices;

import fobsmith.devices.pcsc.CardBus;
import fobsmith.devices.serial.SerialBus;
import fobsmith.devices.usb.LibusbBus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * USB, smart-card readers and serial ports of this machine, as far as they work: one without them may still reach tokens over
 * the network. Whoever opens them closes them.
 *
 * @param faults why others do not work
 */
public record OwnLinks(List<Bus> buses, List<DeviceException> faults) {
    public OwnLinks {
        buses = List.copyOf(buses);
        faults = List.copyOf(faults);
    }

    /**
     * What there is.
     *
     * @param named serial ports to ask beside those that the system lists
     */
    public static OwnLinks open(Path... named) {
        var buses = new ArrayList<Bus>();
        var faults = new ArrayList<DeviceException>();
        for (var link : List.<Supplier<Bus>>of(CardBus::open, LibusbBus::open, () -> SerialBus.at(named))) {
            try {
                buses.add(link.get());
            } catch (DeviceException.Unavailable e) {
                faults.add(e);
            }
        }
        return new OwnLinks(buses, faults);
    }
}
