package fobsmith.devices.links;

@Umockdev
class LibusbLinkTest extends LinkContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }
}
