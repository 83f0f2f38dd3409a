package fobsmith.devices.ccid;

import fobsmith.devices.links.Links;

class CcidInProcessTest extends CcidContract {
    @Override
    Links link() {
        return Links.IN_PROCESS;
    }
}
