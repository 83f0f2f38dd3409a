package fobsmith.devices.nitrokey;

import fobsmith.devices.links.Links;
import fobsmith.devices.links.Umockdev;

@Umockdev
class NitrokeyProOverLibusbTest extends NitrokeyProContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }
}
