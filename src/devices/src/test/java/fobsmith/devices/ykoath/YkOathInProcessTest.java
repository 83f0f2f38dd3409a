package fobsmith.devices.ykoath;

import fobsmith.devices.links.Links;

class YkOathInProcessTest extends YkOathOverUsbContract {
    @Override
    Links link() {
        return Links.IN_PROCESS;
    }
}
