package fobsmith.devices.ykoath;

import fobsmith.devices.links.Links;
import fobsmith.devices.links.Umockdev;
import fobsmith.devices.ykoath.SimulatedKey.Kind;
import java.util.EnumSet;
import java.util.Set;

@Umockdev
class YkOathOverLibusbTest extends YkOathOverUsbContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }

    /** One of each model: plugging in takes its time here. */
    @Override
    Set<Kind> pulled() {
        return EnumSet.complementOf(EnumSet.of(Kind.YUBIKEY_4));
    }
}
