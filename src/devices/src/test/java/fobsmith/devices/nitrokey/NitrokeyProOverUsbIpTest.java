package fobsmith.devices.nitrokey;

import fobsmith.devices.links.Links;

class NitrokeyProOverUsbIpTest extends NitrokeyProContract {
    @Override
    Links link() {
        return Links.USB_IP;
    }
}
