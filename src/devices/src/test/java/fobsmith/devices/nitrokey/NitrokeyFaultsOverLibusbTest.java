package fobsmith.devices.nitrokey;

import fobsmith.devices.links.Links;
import fobsmith.devices.links.Umockdev;

@Umockdev
class NitrokeyFaultsOverLibusbTest extends NitrokeyFaultContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }
}
