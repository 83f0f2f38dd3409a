package fobsmith.devices.nitrokey;

import fobsmith.devices.links.Links;

class CountingInProcessTest extends CountingContract {
    @Override
    Links link() {
        return Links.IN_PROCESS;
    }
}
