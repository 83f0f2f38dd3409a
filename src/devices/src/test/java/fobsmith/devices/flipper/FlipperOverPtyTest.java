package fobsmith.devices.flipper;

import fobsmith.devices.links.SerialLinks;

class FlipperOverPtyTest extends FlipperContract {
    @Override
    SerialLinks link() {
        return SerialLinks.PTY;
    }
}
