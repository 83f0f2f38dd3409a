package fobsmith.devices.token2;

import fobsmith.devices.links.Links;

class Molto2OverUsbIpTest extends Molto2OverUsbContract {
    @Override
    Links link() {
        return Links.USB_IP;
    }
}
