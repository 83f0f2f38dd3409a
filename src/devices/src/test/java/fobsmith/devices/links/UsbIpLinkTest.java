package fobsmith.devices.links;

class UsbIpLinkTest extends LinkContract {
    @Override
    Links link() {
        return Links.USB_IP;
    }
}
