package fobsmith.devices.links;

import fobsmith.firmware.usb.UsbFunction;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A device plugged into the testbed. */
final class MockedPlug {
    private final Testbed testbed;
    private final MockedNode node;
    private final MockedDevice device;
    private final IoctlSocket socket;
    private boolean plugged = true;

    MockedPlug(Testbed testbed, MockedNode node, UsbFunction function) {
        this.testbed = testbed;
        this.node = node;
        this.device = new MockedDevice(function, this::unplug);
        function.reset();
        try {
            socket = new IoctlSocket(node.ioctlSocket(), () -> new UsbfsNode(device));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        node.create(function);
        testbed.tell("add", node);
    }

    MockedNode node() {
        return node;
    }

    int openings() {
        return device.openings();
    }

    synchronized void unplug() {
        if (plugged) {
            plugged = false;
            device.unplug();
            node.remove();
            socket.close();
            testbed.tell("remove", node);
        }
    }
}
