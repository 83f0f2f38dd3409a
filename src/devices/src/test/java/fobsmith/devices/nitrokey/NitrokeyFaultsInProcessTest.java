package fobsmith.devices.nitrokey;

import fobsmith.devices.links.Links;

class NitrokeyFaultsInProcessTest extends NitrokeyFaultContract {
    @Override
    Links link() {
        return Links.IN_PROCESS;
    }
}
