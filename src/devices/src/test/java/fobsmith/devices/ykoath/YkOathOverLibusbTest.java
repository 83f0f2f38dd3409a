package fobsmith.devices.ykoath;

import fobsmith.devices.links.Links;
import fobsmith.devices.links.Umockdev;

@Umockdev
class YkOathOverLibusbTest extends YkOathOverUsbContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }
}
