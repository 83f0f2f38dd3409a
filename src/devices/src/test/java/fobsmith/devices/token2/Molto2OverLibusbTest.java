package fobsmith.devices.token2;

import fobsmith.devices.links.Links;
import fobsmith.devices.links.Umockdev;

@Umockdev
class Molto2OverLibusbTest extends Molto2OverUsbContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }
}
