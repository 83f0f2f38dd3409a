package fobsmith.devices.nitrokey;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.hid.HidReports;
import fobsmith.devices.usb.UsbPort;
import java.security.SecureRandom;

/** Purism Librem Key: a Nitrokey Pro under another name. */
public final class LibremKeyDriver implements TokenDriver {
    private static final NitrokeyModel MODEL = NitrokeyModel.LIBREM_KEY;

    private final SecureRandom randomness;

    /** The randomness is for the temporary passwords of sessions. */
    public LibremKeyDriver(SecureRandom randomness) {
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
