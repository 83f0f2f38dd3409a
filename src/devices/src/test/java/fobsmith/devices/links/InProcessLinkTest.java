package fobsmith.devices.links;

class InProcessLinkTest extends LinkContract {
    @Override
    Links link() {
        return Links.IN_PROCESS;
    }
}
