package fobsmith.devices.nitrokey;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.hid.HidReports;
import fobsmith.devices.usb.UsbPort;
import java.security.SecureRandom;

/** A product with the firmware of the Nitrokey Pro: 15 TOTP slots behind an admin PIN, HID feature reports. */
public final class NitrokeyProDriver implements TokenDriver {
    private final NitrokeyModel model;
    private final SecureRandom randomness;

    /** The randomness is for the temporary passwords of sessions. */
    public NitrokeyProDriver(NitrokeyModel model, SecureRandom randomness) {
        this.model = model;
        this.randomness = randomness;
    }

    @Override
    public String manufacturer() {
        return model.manufacturer();
    }

    @Override
    public String model() {
        return model.model();
    }

    @Override
    public boolean recognises(Port port) {
        return port instanceof UsbPort usb && usb.vendor() == model.vendor() && usb.product() == model.product();
    }

    @Override
    public NitrokeyProSession open(Port port) {
        var reports = HidReports.open(((UsbPort) port).open());
        return NitrokeyProSession.open(new ReportPipe(reports, port.place(), NitrokeyTiming.USUAL), model, randomness);
    }
}
