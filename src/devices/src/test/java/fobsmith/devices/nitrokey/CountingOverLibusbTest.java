package fobsmith.devices.nitrokey;

import fobsmith.devices.links.Links;
import fobsmith.devices.links.Umockdev;

@Umockdev
class CountingOverLibusbTest extends CountingContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }
}
