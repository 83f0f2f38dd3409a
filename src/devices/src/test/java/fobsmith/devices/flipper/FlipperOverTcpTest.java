package fobsmith.devices.flipper;

import fobsmith.devices.links.SerialLinks;

class FlipperOverTcpTest extends FlipperContract {
    @Override
    SerialLinks link() {
        return SerialLinks.TCP;
    }
}
