package fobsmith.devices.ccid;

import fobsmith.devices.links.Links;

class CcidFaultsInProcessTest extends CcidFaultContract {
    @Override
    Links link() {
        return Links.IN_PROCESS;
    }
}
