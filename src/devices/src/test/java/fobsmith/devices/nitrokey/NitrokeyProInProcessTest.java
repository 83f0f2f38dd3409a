package fobsmith.devices.nitrokey;

import fobsmith.devices.links.Links;

class NitrokeyProInProcessTest extends NitrokeyProContract {
    @Override
    Links link() {
        return Links.IN_PROCESS;
    }
}
