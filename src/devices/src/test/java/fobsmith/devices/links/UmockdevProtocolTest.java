package fobsmith.devices.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/**
 * How we speak to umockdev's preload library is its private protocol. Where a test of this class fails, so do all that need
 * the library, and for that reason.
 */
@Umockdev
class UmockdevProtocolTest {
    private static final String OTHER_PROTOCOL =
            "umockdev's preload library no longer speaks the protocol of 0.17.16, which"
                    + " IoctlConnection and UdevEvent answer; compare IOCTL_REQ_ and IOCTL_RES_ in its libumockdev-preload.c";

    @Test
    void theLibraryAsksUsWhatAnIoctlIsToDo() {
        var plug = Testbed.get().plug(new LoopbackDevice());
        try {
            int node = NativeCalls.open(
                    "/dev/bus/usb/001/%03d".formatted(plug.node().number()));
            assertThat(node)
                    .as("file descriptor of the node; " + OTHER_PROTOCOL)
                    .isNotNegative();
            var answer = new byte[Integer.BYTES];
            int result = NativeCalls.ioctl(node, UsbfsNode.GET_CAPABILITIES & 0xffff_ffffL, answer);
            NativeCalls.close(node);
            assertThat(result).as(OTHER_PROTOCOL).isZero();
            assertThat(ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder()).getInt())
                    .as(OTHER_PROTOCOL)
                    .isEqualTo(UsbfsNode.CAPABILITIES);
        } finally {
            plug.unplug();
        }
    }

    @Test
    void otherNodesAreLeftToTheKernel() {
        Testbed.get();
        int node = NativeCalls.open("/dev/null");
        assertThat(NativeCalls.ioctl(node, 0x5401, new byte[64]))
                .as("TCGETS of /dev/null")
                .isEqualTo(-1);
        NativeCalls.close(node);
    }
}
