package fobsmith.devices.serial;

import java.nio.file.Files;
import java.nio.file.Path;

/** A port that the operator named. */
record NamedSerialPort(Path path) implements SerialPort {
    @Override
    public String place() {
        return "serial " + path;
    }

    @Override
    public String occupant() {
        return DeviceFile.occupant(path);
    }

    @Override
    public boolean isOccupied() {
        return Files.exists(path);
    }

    @Override
    public int vendor() {
        return 0;
    }

    @Override
    public int product() {
        return 0;
    }

    @Override
    public String manufacturer() {
        return "";
    }

    @Override
    public boolean named() {
        return true;
    }

    @Override
    public SerialLink open() {
        return SerialBus.open(path.toString(), place());
    }
}
