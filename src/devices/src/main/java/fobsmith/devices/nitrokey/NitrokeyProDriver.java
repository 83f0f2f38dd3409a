package fobsmith.devices.nitrokey;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.hid.HidReports;
import fobsmith.devices.usb.UsbPort;
import java.security.SecureRandom;

/** Nitrokey Pro and Pro 2: 15 TOTP slots behind an admin PIN, HID feature reports. */
public final class NitrokeyProDriver implements TokenDriver {
    private static final NitrokeyModel MODEL = NitrokeyModel.PRO;

    private final SecureRandom randomness;

    /** The randomness is for the temporary passwords of sessions. */
    public NitrokeyProDriver(SecureRandom randomness) {
        this.randomness = randomness;
    }

    @Override
    public String manufacturer() {
        return MODEL.manufacturer();
    }

    @Override
    public String model() {
        return MODEL.model();
    }

    @Override
    public boolean recognises(Port port) {
        return port instanceof UsbPort usb && usb.vendor() == MODEL.vendor() && usb.product() == MODEL.product();
    }

    @Override
    public NitrokeyProSession open(Port port) {
        return NitrokeyProSession.open(
                HidReports.open(((UsbPort) port).open()), MODEL, NitrokeyTiming.USUAL, randomness);
    }
}
