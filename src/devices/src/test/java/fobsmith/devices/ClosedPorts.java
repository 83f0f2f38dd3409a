package fobsmith.devices;

import fobsmith.devices.pcsc.CardPort;
import fobsmith.devices.pcsc.ReaderBus;
import fobsmith.devices.serial.SerialLink;
import fobsmith.devices.serial.SerialPort;
import fobsmith.devices.usb.UsbBus;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbPort;
import java.util.List;

/** Places with ids in them, and buses of such places. Nothing of it can be opened. */
public final class ClosedPorts {
    private ClosedPorts() {}

    public static UsbPort port(String place, int vendor, int product) {
        return new Port(place, vendor, product);
    }

    public static SerialPort serialPort(String place, int vendor, int product, String manufacturer) {
        return new Serial(place, vendor, product, manufacturer, false);
    }

    /** Of which nothing is known. */
    public static SerialPort namedPort(String place) {
        return new Serial(place, 0, 0, "", true);
    }

    /** The same on this machine's own USB. */
    static UsbPort own(String place, int vendor, int product) {
        return new OwnPort(place, vendor, product, "");
    }

    /** A card in a reader. */
    public static CardPort card(String readerName, byte[] atr) {
        return new CardPort() {
            @Override
            public String place() {
                return "pcsc " + readerName;
            }

            @Override
            public String readerName() {
                return readerName;
            }

            @Override
            public byte[] atr() {
                return atr.clone();
            }

            @Override
            public Transport open() {
                throw new IllegalStateException("nobody opens " + readerName);
            }
        };
    }

    static ReaderBus readers(CardPort... ports) {
        return new ReaderBus() {
            @Override
            public List<CardPort> ports() {
                return List.of(ports);
            }

            @Override
            public void close() {
                throw new IllegalStateException("a bus is its owner's to close");
            }
        };
    }

    static UsbBus bus(UsbPort... ports) {
        return new UsbBus() {
            @Override
            public List<UsbPort> ports() {
                return List.of(ports);
            }

            @Override
            public void close() {
                throw new IllegalStateException("a bus is its owner's to close");
            }
        };
    }

    private record Port(String place, int vendor, int product) implements UsbPort {
        @Override
        public UsbDevice open() {
            throw new IllegalStateException("nobody opens %s".formatted(place));
        }
    }

    private record Serial(String place, int vendor, int product, String manufacturer, boolean named)
            implements SerialPort {
        @Override
        public SerialLink open() {
            throw new IllegalStateException("nobody opens %s".formatted(place));
        }
    }

    record OwnPort(String place, int vendor, int product, String occupant) implements UsbPort {
        @Override
        public boolean isOfThisMachine() {
            return true;
        }

        @Override
        public UsbDevice open() {
            throw new IllegalStateException("nobody opens %s".formatted(place));
        }
    }
}
