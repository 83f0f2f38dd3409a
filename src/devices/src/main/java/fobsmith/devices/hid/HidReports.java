package fobsmith.devices.hid;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbInterface;
import fobsmith.devices.usb.UsbSetup;
import fobsmith.devices.usb.UsbStall;
import java.time.Duration;

/**
 * Feature reports over the control pipe of a USB device: HID 1.11 sections 7.2.1 and 7.2.2. The interface is claimed, which
 * sends a kernel driver away until it is closed.
 */
public final class HidReports implements FeatureReports {
    private static final int HID = 0x03;
    private static final int TO_INTERFACE = 0x21;
    private static final int FROM_INTERFACE = 0xa1;
    private static final int GET_REPORT = 0x01;
    private static final int SET_REPORT = 0x09;

    /** Type 3 is a feature report; its number is 0 where the device does not number its reports. */
    private static final int FEATURE = 0x0300;

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(2);

    private final UsbDevice device;
    private final Duration timeout;
    private final int interfaceNumber;

    private HidReports(UsbDevice device, Duration timeout) {
        this.device = device;
        this.timeout = timeout;
        this.interfaceNumber = device.descriptors().interfaces().stream()
                .filter(found -> found.usbClass() == HID)
                .mapToInt(UsbInterface::number)
                .findFirst()
                .orElseThrow(() -> new DeviceException.Unsupported("the device has no HID interface"));
        device.claim(interfaceNumber);
    }

    /**
     * Claims the first HID interface. Takes the device over: it is closed with the reports, or here if that fails.
     *
     * @throws DeviceException.Unsupported where the device has no such interface
     * @throws DeviceException.Unavailable where another program holds it
     */
    public static HidReports open(UsbDevice device) {
        return open(device, USUAL_TIMEOUT);
    }

    /** As {@link #open(UsbDevice)}, with the time that the device has for each report. */
    public static HidReports open(UsbDevice device, Duration timeout) {
        try {
            return new HidReports(device, timeout);
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }

    @Override
    public void set(byte[] report) {
        if (report.length != LENGTH) {
            throw new IllegalArgumentException("a report of %d bytes instead of %d".formatted(report.length, LENGTH));
        }
        try {
            device.controlOut(setup(TO_INTERFACE, SET_REPORT), report, timeout);
        } catch (UsbStall e) {
            throw refused("take");
        }
    }

    @Override
    public byte[] get() {
        try {
            var report = device.controlIn(setup(FROM_INTERFACE, GET_REPORT), timeout);
            if (report.length != LENGTH) {
                throw new DeviceException.Malformed(
                        "a feature report of %d bytes instead of %d".formatted(report.length, LENGTH));
            }
            return report;
        } catch (UsbStall e) {
            throw refused("give");
        }
    }

    private UsbSetup setup(int requestType, int request) {
        return new UsbSetup(requestType, request, FEATURE, interfaceNumber, LENGTH);
    }

    private static DeviceException refused(String what) {
        return new DeviceException.Malformed("the device refuses to %s a feature report".formatted(what));
    }

    @Override
    public void close() {
        device.close();
    }
}
