package fobsmith.devices.nitrokey;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.nitrokey.NitrokeyDescription;
import fobsmith.firmware.nitrokey.NitrokeyPro;
import fobsmith.firmware.nitrokey.NitrokeyState;
import fobsmith.firmware.usb.HidDevice;
import fobsmith.oath.HandTurnedClock;
import java.util.Random;

/** The twin as it leaves the factory, and its USB side. */
final class SimulatedNitrokey implements AutoCloseable {
    final HandTurnedClock clock = HandTurnedClock.atStepStart();
    final NitrokeyPro twin;
    final HidDevice device;

    SimulatedNitrokey(Product product) {
        this(product.description());
    }

    private SimulatedNitrokey(NitrokeyDescription description) {
        twin = NitrokeyPro.of(description, Flash.inMemory(), clock, new Random(1));
        device = new HidDevice(twin.identity(), twin);
    }

    static SimulatedNitrokey withCodesBehindUserPin(Product product) {
        return new SimulatedNitrokey(product.description().withCodesBehindUserPin(true));
    }

    /** How its TOTP slot is named; empty where there is none. */
    String title(int profile) {
        return twin.state().slots().stream()
                .filter(slot -> slot.number() == 0x20 + profile)
                .map(NitrokeyState.Slot::name)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        twin.close();
    }
}
