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

    /** Others ask as these do but for the serial number, and plugging in takes its time here. */
    @Override
    Set<Kind> pulled() {
        return EnumSet.of(Kind.YUBIKEY, Kind.CANOKEY, Kind.NITROKEY_3);
    }
}
