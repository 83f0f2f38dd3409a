package fobsmith.devices.token2;

import fobsmith.devices.links.Links;

class Molto2InProcessTest extends Molto2OverUsbContract {
    @Override
    Links link() {
        return Links.IN_PROCESS;
    }
}
