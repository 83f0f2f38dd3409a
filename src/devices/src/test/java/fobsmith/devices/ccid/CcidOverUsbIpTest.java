package fobsmith.devices.ccid;

import fobsmith.devices.links.Links;

class CcidOverUsbIpTest extends CcidContract {
    @Override
    Links link() {
        return Links.USB_IP;
    }
}
