package fobsmith.devices.ykoath;

import fobsmith.devices.links.Links;
import fobsmith.devices.links.Umockdev;

@Umockdev
class YkOathOverLibusbTest extends YkOathContract {
    @Override
    Links link() {
        return Links.LIBUSB;
    }
}
