package fobsmith.devices.ccid;

import fobsmith.devices.links.Links;
import fobsmith.devices.links.Umockdev;

@Umockdev
class CcidFaultsOverLibusbTest extends CcidFaultContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }
}
