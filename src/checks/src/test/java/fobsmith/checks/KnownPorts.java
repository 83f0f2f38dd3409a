package fobsmith.checks;

import fobsmith.devices.Port;
import fobsmith.devices.Transport;
import fobsmith.devices.pcsc.CardPort;
import fobsmith.devices.serial.SerialLink;
import fobsmith.devices.serial.SerialPort;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbPort;
import java.util.HexFormat;

/** Ports of which nothing is known but what tells one model from another. */
final class KnownPorts {
    private KnownPorts() {}

    static Port usb(int vendor, int product) {
        return new Usb(vendor, product);
    }

    static Port serial(int vendor, int product, String manufacturer) {
        return new Serial(vendor, product, manufacturer, false);
    }

    static Port card(String atr) {
        return new Card(atr);
    }

    private record Usb(int vendor, int product) implements UsbPort {
        @Override
        public String place() {
            return "nowhere";
        }

        @Override
        public UsbDevice open() {
            throw new UnsupportedOperationException("there is no device");
        }
    }

    private record Serial(int vendor, int product, String manufacturer, boolean named) implements SerialPort {
        @Override
        public String place() {
            return "nowhere";
        }

        @Override
        public SerialLink open() {
            throw new UnsupportedOperationException("there is no line");
        }
    }

    private record Card(String answer) implements CardPort {
        @Override
        public byte[] atr() {
            return HexFormat.of().parseHex(answer);
        }

        @Override
        public String place() {
            return "nowhere";
        }

        @Override
        public String readerName() {
            return "any reader";
        }

        @Override
        public Transport open() {
            throw new UnsupportedOperationException("there is no card");
        }
    }
}
