package fobsmith.devices.nitrokey;

import fobsmith.devices.links.Links;

class NitrokeyFaultsOverUsbIpTest extends NitrokeyFaultContract {
    @Override
    Links link() {
        return Links.USB_IP;
    }
}
