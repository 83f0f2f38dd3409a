package fobsmith.devices.serial;

import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import fobsmith.devices.Bus;
import fobsmith.devices.DeviceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The serial ports of this machine, through jSerialComm: those that the system lists, and those that the operator names, such
 * as a terminal, which no system lists. Holds nothing open; may be used by several threads.
 */
public final class SerialBus implements Bus {
    private final List<Path> named;

    private SerialBus(List<Path> named) {
        this.named = List.copyOf(named);
    }

    /** What the system lists. */
    public static SerialBus ofThisMachine() {
        return new SerialBus(List.of());
    }

    /** What the system lists, and these: devices, terminals, or links to them. */
    public static SerialBus at(Path... named) {
        return new SerialBus(List.of(named));
    }

    /** A port that is named is not listed a second time. */
    @Override
    public List<SerialPort> ports() {
        NativeLibrary.prepare();
        var meant = named.stream().map(SerialBus::target).collect(Collectors.toSet());
        return Stream.concat(named.stream().map(NamedSerialPort::new), listed(meant))
                .toList();
    }

    private static Stream<SerialPort> listed(Set<Path> meant) {
        try {
            return Arrays.stream(com.fazecast.jSerialComm.SerialPort.getCommPorts())
                    .filter(port -> !meant.contains(target(Path.of(port.getSystemPortPath()))))
                    .map(ListedSerialPort::of);
        } catch (LinkageError e) {
            throw withoutLibrary(e);
        }
    }

    private static Path target(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path.toAbsolutePath().normalize(); // it may not be there yet; whoever opens it says so
        }
    }

    /** Opens what the system calls by this path. */
    static SerialLink open(String path, String place) {
        NativeLibrary.prepare();
        try {
            return JSerialCommLink.take(com.fazecast.jSerialComm.SerialPort.getCommPort(path), place);
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceException.Unavailable("there is no " + place, "see that the token is plugged in", e);
        } catch (LinkageError e) {
            throw withoutLibrary(e);
        }
    }

    private static DeviceException withoutLibrary(LinkageError e) {
        return new DeviceException.Unavailable(
                "jSerialComm's native library does not run on this machine",
                "use Linux on x86-64 or aarch64, and a folder for temporary files that is not noexec",
                e);
    }

    @Override
    public void close() {}
}
