package fobsmith.devices.ccid;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import fobsmith.devices.usb.UsbDevice;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * APDUs to the card in a USB smart-card reader, CCID 1.10. After a {@link DeviceException} on the way the reader and we may
 * disagree on what was said, so nothing more is sent: every later exchange fails.
 */
public final class CcidTransport implements Transport {
    /** wLevelParameter and bChainParameter, section 6.1.4 and 6.2.1: which part of an APDU a block is. */
    private static final int WHOLE = 0x00;

    private static final int BEGINS = 0x01;
    private static final int ENDS = 0x02;
    private static final int CONTINUES = 0x03;
    /** Of ours: the next block, please; of the reader's: go on with yours. */
    private static final int NEXT = 0x10;

    private static final int LONGEST_RESPONSE = 65_538;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final UsbDevice device;
    private final CcidInterface reader;
    private final CcidSlot slot;
    private @Nullable String ended;

    private CcidTransport(UsbDevice device, CcidTiming timing) {
        this.device = device;
        this.reader = CcidInterface.of(device.descriptors());
        device.claim(reader.number());
        this.slot = new CcidSlot(new CcidPipe(device, reader), timing);
        slot.synchronise();
        slot.powerOn(reader.choosesVoltage());
    }

    /**
     * Powers the card on. Takes the device over: it is closed with the transport, or here if that fails.
     *
     * @throws DeviceException.LinkLost where the reader is silent or gone, or there is no card in it
     * @throws DeviceException.Unsupported where the device is no reader, or none that takes whole APDUs
     * @throws DeviceException.Unavailable where another program holds the reader
     */
    public static CcidTransport open(UsbDevice device, CcidTiming timing) {
        try {
            return new CcidTransport(device, timing);
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }

    /** {@inheritDoc} Where the reader cannot take a request as long as this one, nothing is sent. */
    @Override
    public byte[] exchange(byte[] request) {
        if (ended != null) {
            throw new DeviceException.LinkLost("the reader is not spoken to any more: " + ended);
        }
        if (request.length > reader.room() && !reader.chains()) {
            throw new DeviceException.Unsupported("a request of %d bytes is longer than the %d that the reader takes"
                    .formatted(request.length, reader.room()));
        }
        try {
            return receive(send(request));
        } catch (DeviceException e) {
            ended = String.valueOf(e.getMessage());
            throw e;
        }
    }

    /** Returns the answer to the last block, with which the response begins. */
    private CcidMessage send(byte[] request) {
        int from = 0;
        while (request.length - from > reader.room()) {
            var block = ByteBuffer.wrap(request, from, reader.room());
            if (slot.exchange(from == 0 ? BEGINS : CONTINUES, block).chain() != NEXT) {
                throw new DeviceException.Malformed("the reader does not take the rest of a request");
            }
            from += reader.room();
        }
        return slot.exchange(from == 0 ? WHOLE : ENDS, ByteBuffer.wrap(request, from, request.length - from));
    }

    private byte[] receive(CcidMessage first) {
        var answer = first;
        var response = new ByteArrayOutputStream();
        response.writeBytes(answer.data());
        while (reader.chains() && (answer.chain() == BEGINS || answer.chain() == CONTINUES)) {
            answer = slot.exchange(NEXT, NOTHING);
            response.writeBytes(answer.data());
            if (answer.data().length == 0 || response.size() > LONGEST_RESPONSE) {
                throw new DeviceException.Malformed("the reader's response does not end");
            }
        }
        return response.toByteArray();
    }

    @Override
    public void close() {
        try (device) {
            if (ended == null) {
                ended = "it has been closed";
                slot.powerOff();
            }
        } catch (DeviceException _) {
            // The card loses its power with the plug at the latest.
        }
    }
}
