package fobsmith.devices.serial;

import java.nio.file.Path;

/** A port as the system listed it. Holds words and numbers only, nothing of jSerialComm's. */
record ListedSerialPort(String path, int vendor, int product, String manufacturer) implements SerialPort {
    static SerialPort of(com.fazecast.jSerialComm.SerialPort port) {
        return new ListedSerialPort(
                port.getSystemPortPath(),
                Math.max(0, port.getVendorID()),
                Math.max(0, port.getProductID()),
                port.getManufacturer());
    }

    @Override
    public String place() {
        return "serial " + path;
    }

    @Override
    public String occupant() {
        return DeviceFile.occupant(Path.of(path));
    }

    @Override
    public boolean named() {
        return false;
    }

    @Override
    public SerialLink open() {
        return SerialBus.open(path, place());
    }
}
