package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import fobsmith.devices.pcsc.CardPort;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;
import java.util.stream.IntStream;

class SingleProfileInProcessTest extends SingleProfileContract {
    /** Of an erasing and a writing, with what is read before, between and behind. */
    private static final int EXCHANGES = 12;

    @Override
    int[] takenAwayAt() {
        return IntStream.rangeClosed(1, EXCHANGES).toArray();
    }

    @Override
    Held hold(SmartCard token) {
        return new MethodCalls(token);
    }

    /** A reader without any. */
    private record MethodCalls(SmartCard token) implements Held, CardPort {
        @Override
        public CardPort port() {
            return this;
        }

        @Override
        public String place() {
            return "in process";
        }

        @Override
        public String readerName() {
            return "no reader";
        }

        @Override
        public byte[] atr() {
            return token.atr();
        }

        @Override
        public Transport open() {
            token.powerOn();
            return request -> {
                try {
                    return token.exchange(request);
                } catch (PowerLost e) {
                    throw new DeviceException.LinkLost("taken away", e);
                }
            };
        }

        @Override
        public void close() {
            token.powerOff();
        }
    }
}
