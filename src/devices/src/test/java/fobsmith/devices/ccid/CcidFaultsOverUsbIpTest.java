package fobsmith.devices.ccid;

import fobsmith.devices.links.Links;

class CcidFaultsOverUsbIpTest extends CcidFaultContract {
    @Override
    Links link() {
        return Links.USB_IP;
    }
}
