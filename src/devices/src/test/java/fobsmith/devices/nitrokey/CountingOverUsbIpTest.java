package fobsmith.devices.nitrokey;

import fobsmith.devices.links.Links;

class CountingOverUsbIpTest extends CountingContract {
    @Override
    Links link() {
        return Links.USB_IP;
    }
}
