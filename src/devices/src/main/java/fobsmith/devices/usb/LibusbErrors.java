package fobsmith.devices.usb;

import fobsmith.devices.DeviceException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.usb4java.LibUsb;

/** What libusb's error codes mean to us. */
final class LibusbErrors {
    /** Where pcscd listens, as compiled into it. */
    private static final Path PCSCD = Path.of("/run/pcscd/pcscd.comm");

    private LibusbErrors() {}

    private static boolean pcscdRuns() {
        return Files.exists(PCSCD);
    }

    /** Why a device cannot be opened, or an interface not claimed. */
    static DeviceException opening(int code, String place) {
        return switch (code) {
            case LibUsb.ERROR_ACCESS ->
                new DeviceException.Unavailable(
                        "this user may not open " + place,
                        "install udev/70-fobsmith.rules in /etc/udev/rules.d and plug the token in again");
            case LibUsb.ERROR_BUSY ->
                pcscdRuns()
                        ? new DeviceException.Unavailable(
                                "another program holds %s, most likely pcscd".formatted(place),
                                "reach the token through pcscd, or stop it: systemctl stop pcscd.socket pcscd.service")
                        : new DeviceException.Unavailable(
                                "another program holds " + place,
                                "end that program; where it is pcscd: systemctl stop pcscd.socket pcscd.service");
            case LibUsb.ERROR_NO_DEVICE -> new DeviceException.LinkLost(place + " is gone");
            case LibUsb.ERROR_NOT_FOUND -> new DeviceException.Unsupported(place + " has no such interface");
            default ->
                new DeviceException.Unavailable(
                        "%s cannot be opened (%s)".formatted(place, LibUsb.errorName(code)),
                        "unplug the token and plug it in again");
        };
    }

    /** Why a transfer failed; a {@link DeviceException} or a {@link UsbStall}. */
    static RuntimeException transferring(int code, String place) {
        return switch (code) {
            case LibUsb.ERROR_PIPE -> new UsbStall(place + " refuses a transfer");
            case LibUsb.ERROR_OVERFLOW -> new DeviceException.Malformed(place + " sent more than it was asked for");
            case LibUsb.ERROR_TIMEOUT -> new DeviceException.LinkLost(place + " does not answer");
            case LibUsb.ERROR_NO_DEVICE -> new DeviceException.LinkLost(place + " is gone");
            default ->
                new DeviceException.LinkLost("a transfer with %s failed (%s)".formatted(place, LibUsb.errorName(code)));
        };
    }
}
