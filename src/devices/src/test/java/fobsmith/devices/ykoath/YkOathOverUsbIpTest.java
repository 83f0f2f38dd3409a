package fobsmith.devices.ykoath;

import fobsmith.devices.links.Links;

class YkOathOverUsbIpTest extends YkOathOverUsbContract {
    @Override
    Links link() {
        return Links.USB_IP;
    }
}
