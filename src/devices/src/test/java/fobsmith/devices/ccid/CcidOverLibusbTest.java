package fobsmith.devices.ccid;

import fobsmith.devices.links.Links;
import fobsmith.devices.links.Umockdev;

@Umockdev
class CcidOverLibusbTest extends CcidContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }
}
