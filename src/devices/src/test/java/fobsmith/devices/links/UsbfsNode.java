package fobsmith.devices.links;

import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.UsbStall;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One opening of /dev/bus/usb/BBB/DDD, in the kernel's place: the ioctls of linux/usbdevice_fs.h that libusb 1.0.22 makes. */
final class UsbfsNode implements IoctlSocket.Node {
    static final int GET_CAPABILITIES = 0x8004551a;
    private static final int CLAIM_INTERFACE = 0x8004550f;
    private static final int RELEASE_INTERFACE = 0x80045510;
    private static final int RESET = 0x5514;
    private static final int CLEAR_HALT = 0x80045515;
    private static final int SET_CONFIGURATION = 0x80045505;
    private static final int SET_INTERFACE = 0x80085504;
    private static final int GET_DRIVER = 0x41045508;
    private static final int DRIVER_IOCTL = 0xc0105512;
    private static final int SUBMIT_URB = 0x8038550a;
    private static final int REAP_URB = 0x4008550c;
    private static final int REAP_URB_NO_DELAY = 0x4008550d;
    private static final int DISCARD_URB = 0x550b;

    /** Zero packets, and that what is finished can still be reaped after the plug was pulled. */
    static final int CAPABILITIES = 0x11;

    private final MockedDevice device;
    private final Urbs urbs;

    UsbfsNode(MockedDevice device) {
        this.device = device;
        this.urbs = new Urbs(device);
        device.opened();
    }

    @Override
    public void answer(IoctlConnection memory, IoctlConnection.Call call) throws IOException {
        if (!call.isIoctl()) {
            memory.passThrough();
            return;
        }
        switch ((int) call.request()) {
            case REAP_URB, REAP_URB_NO_DELAY -> urbs.reap(memory, call.argument());
            case DISCARD_URB -> urbs.discard(memory, call.argument());
            default -> answerWhilePresent(memory, (int) call.request(), call.argument());
        }
    }

    private void answerWhilePresent(IoctlConnection memory, int request, long argument) throws IOException {
        if (device.isGone()) {
            memory.fail(Errno.NO_DEVICE);
            return;
        }
        switch (request) {
            case GET_CAPABILITIES -> {
                memory.poke(argument, number(CAPABILITIES));
                memory.done();
            }
            case CLAIM_INTERFACE -> claim(memory, number(memory, argument));
            case RELEASE_INTERFACE -> {
                device.release(number(memory, argument), this);
                memory.done();
            }
            case CLEAR_HALT -> clearHalt(memory, number(memory, argument));
            case RESET, SET_CONFIGURATION, SET_INTERFACE, DRIVER_IOCTL -> memory.done();
            case GET_DRIVER -> memory.fail(Errno.NO_DATA);
            case SUBMIT_URB -> urbs.submit(memory, Urb.read(memory, argument));
            default -> memory.fail(Errno.NOT_THIS_IOCTL);
        }
    }

    private void claim(IoctlConnection memory, int number) throws IOException {
        if (!device.hasInterface(number)) {
            memory.fail(Errno.NO_ENTRY);
        } else if (device.claim(number, this)) {
            memory.done();
        } else {
            memory.fail(Errno.BUSY);
        }
    }

    /** The kernel asks the device to end the halt, too. */
    private void clearHalt(IoctlConnection memory, int endpoint) throws IOException {
        try {
            device.function().control(new byte[] {2, 1, 0, 0, (byte) endpoint, 0, 0, 0}, new byte[0]);
            memory.done();
        } catch (UsbStall e) {
            memory.fail(Errno.PIPE);
        } catch (PowerLost e) {
            device.losePower();
            memory.fail(Errno.NO_DEVICE);
        }
    }

    @Override
    public void closed() {
        device.closed(this);
    }

    private static int number(IoctlConnection memory, long address) throws IOException {
        return ByteBuffer.wrap(memory.peek(address, Integer.BYTES))
                .order(ByteOrder.nativeOrder())
                .getInt();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }
}
