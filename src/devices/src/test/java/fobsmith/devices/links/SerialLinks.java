package fobsmith.devices.links;

import fobsmith.devices.serial.SerialBus;
import fobsmith.devices.serial.SerialPort;
import fobsmith.devices.serial.TcpSerialBus;
import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.serial.PtyPort;
import fobsmith.firmware.serial.TcpSerialPort;

/**
 * The links over which tests reach simulated devices with a serial port, as {@link Links} does for USB. A device that throws
 * {@link fobsmith.firmware.usb.PowerLost} is unplugged by that.
 */
public enum SerialLinks {
    /** jSerialComm and a terminal of this machine. */
    PTY {
        @Override
        public SerialPlug plug(Terminal device) {
            var port = PtyPort.open(device);
            return new SerialPlug(named(SerialBus.at(port.path())), port::close);
        }
    },
    /** A free port of loopback. */
    TCP {
        @Override
        public SerialPlug plug(Terminal device) {
            var port = TcpSerialPort.open(0, device);
            return new SerialPlug(TcpSerialBus.at(port.address()).ports().getFirst(), port::close);
        }
    };

    /** Plugs a device in; the caller closes it. */
    public abstract SerialPlug plug(Terminal device);

    /** Whatever other ports the machine that runs the tests may have. */
    private static SerialPort named(SerialBus bus) {
        return bus.ports().stream().filter(SerialPort::named).findFirst().orElseThrow();
    }
}
