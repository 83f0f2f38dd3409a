package fobsmith.devices.links;

import static fobsmith.devices.links.LoopbackDevice.BULK_IN;
import static fobsmith.devices.links.LoopbackDevice.BULK_OUT;
import static fobsmith.devices.links.LoopbackDevice.INTERRUPT_IN;
import static fobsmith.devices.links.LoopbackDevice.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbInterface.Endpoint;
import fobsmith.devices.usb.UsbSetup;
import fobsmith.devices.usb.UsbStall;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.UsbFunction;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a {@link UsbDevice} has to do, whatever it travels over. */
@Timeout(30)
abstract class LinkContract {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final byte[] NOTHING = {};

    private final LoopbackDevice device = new LoopbackDevice();

    abstract Links link();

    /** A conversation with an open device. */
    private interface Conversation {
        void hold(UsbDevice device);
    }

    private void over(UsbFunction function, Conversation conversation) {
        try (var plugged = link().plug(function);
                var open = plugged.port().open()) {
            open.claim(0);
            conversation.hold(open);
        }
    }

    @Test
    void showsIdsAndPlaceOfWhatIsPluggedIn() {
        try (var plugged = link().plug(device)) {
            assertThat(plugged.port().vendor()).isEqualTo(LoopbackDevice.VENDOR);
            assertThat(plugged.port().product()).isEqualTo(LoopbackDevice.PRODUCT);
            assertThat(plugged.port().place()).isNotBlank();
        }
    }

    @Test
    void readsTheDescriptors() {
        over(device, open -> {
            var descriptors = open.descriptors();
            assertThat(descriptors.vendor()).isEqualTo(LoopbackDevice.VENDOR);
            assertThat(descriptors.release()).isEqualTo(0x0102);
            assertThat(descriptors.interfaces()).singleElement().satisfies(only -> {
                assertThat(only.usbClass()).isEqualTo(0xff);
                assertThat(only.endpoints())
                        .containsExactly(
                                new Endpoint(BULK_OUT, 2, 64),
                                new Endpoint(BULK_IN, 2, 64),
                                new Endpoint(INTERRUPT_IN, 3, 8));
            });
        });
    }

    @Test
    void refusesToClaimAnInterfaceThatIsNotThere() {
        over(device, open -> assertThatThrownBy(() -> open.claim(7)).isInstanceOf(DeviceException.Unsupported.class));
    }

    @Test
    void carriesControlTransfersBothWays() {
        over(device, open -> {
            var data = bytes(100);
            open.controlOut(new UsbSetup(0x40, REQUEST, 0, 0, data.length), data, LONG);
            assertThat(open.controlIn(new UsbSetup(0xc0, REQUEST, 0, 0, 255), LONG))
                    .isEqualTo(data);
            assertThat(open.controlIn(new UsbSetup(0xc0, REQUEST, 0, 0, 8), LONG))
                    .isEqualTo(Arrays.copyOf(data, 8));
        });
    }

    @Test
    void carriesBulkTransfersOfAnyLength() {
        over(device, open -> {
            for (int length = 1; length <= 300; length++) {
                open.bulkOut(BULK_OUT, bytes(length), LONG);
                assertThat(open.bulkIn(BULK_IN, 320, LONG)).isEqualTo(bytes(length));
            }
        });
    }

    @Test
    void keepsWhatDoesNotFitIntoOneTransfer() {
        over(device, open -> {
            open.bulkOut(BULK_OUT, bytes(100), LONG);
            assertThat(open.bulkIn(BULK_IN, 64, LONG)).hasSize(64);
            assertThat(open.bulkIn(BULK_IN, 64, LONG)).hasSize(36);
        });
    }

    @Test
    void tellsARefusedRequest() {
        over(device, open -> {
            assertThatThrownBy(() -> open.controlIn(new UsbSetup(0xc0, 0x52, 0, 0, 8), LONG))
                    .isInstanceOf(UsbStall.class);
            assertThatThrownBy(() -> open.controlOut(new UsbSetup(0x40, 0x52, 0, 0, 0), NOTHING, LONG))
                    .isInstanceOf(UsbStall.class);
            assertThat(open.controlIn(new UsbSetup(0xc0, REQUEST, 0, 0, 8), LONG))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void tellsAHaltedEndpointOnceAndMakesItReadyAgain(Halted halted) {
        over(device, open -> {
            device.halt(halted.endpoint);
            assertThatThrownBy(() -> halted.transfer(open)).isInstanceOf(UsbStall.class);
            open.bulkOut(BULK_OUT, bytes(10), LONG);
            assertThat(open.bulkIn(BULK_IN, 64, LONG)).isEqualTo(bytes(10));
            device.tell(new byte[] {1});
            assertThat(open.interruptIn(INTERRUPT_IN, 8, LONG)).containsExactly(1);
        });
    }

    enum Halted {
        OUT(BULK_OUT) {
            @Override
            void transfer(UsbDevice device) {
                device.bulkOut(endpoint, bytes(3), LONG);
            }
        },
        IN(BULK_IN) {
            @Override
            void transfer(UsbDevice device) {
                device.bulkIn(endpoint, 64, LONG);
            }
        },
        INTERRUPT(INTERRUPT_IN) {
            @Override
            void transfer(UsbDevice device) {
                device.interruptIn(endpoint, 8, LONG);
            }
        };

        final int endpoint;

        Halted(int endpoint) {
            this.endpoint = endpoint;
        }

        abstract void transfer(UsbDevice device);
    }

    @Test
    void losesTheLinkToASilentDeviceAndCanStillUseIt() {
        over(device, open -> {
            assertThatThrownBy(() -> open.bulkIn(BULK_IN, 64, SHORT)).isInstanceOf(DeviceException.LinkLost.class);
            open.bulkOut(BULK_OUT, bytes(5), LONG);
            assertThat(open.bulkIn(BULK_IN, 64, LONG)).isEqualTo(bytes(5));
        });
    }

    @Test
    void findsNothingNewWithoutFault() {
        over(
                device,
                open -> assertThat(open.interruptIn(INTERRUPT_IN, 8, SHORT)).isEmpty());
    }

    @Test
    void hearsNewsWhileItWaits() {
        var waited = new AskedInVain(device);
        waited.then(() -> device.tell(new byte[] {0x50, 3}));
        over(waited, open -> assertThat(open.interruptIn(INTERRUPT_IN, 8, LONG)).containsExactly(0x50, 3));
    }

    @Test
    void refusesASecondUser() {
        try (var plugged = link().plug(device);
                var first = plugged.port().open()) {
            first.claim(0);
            assertThatThrownBy(() -> {
                        try (var second = plugged.port().open()) {
                            second.claim(0);
                        }
                    })
                    .isInstanceOfSatisfying(
                            DeviceException.Unavailable.class,
                            e -> assertThat(e.advice()).isNotBlank());
            first.bulkOut(BULK_OUT, bytes(3), LONG);
            assertThat(first.bulkIn(BULK_IN, 64, LONG)).isEqualTo(bytes(3));
        }
    }

    @Test
    void givesTheDeviceFreeWhenClosed() {
        try (var plugged = link().plug(device)) {
            for (int i = 0; i < 3; i++) {
                try (var open = plugged.port().open()) {
                    open.claim(0);
                    open.bulkOut(BULK_OUT, bytes(3), LONG);
                }
            }
        }
    }

    @Test
    void saysNothingMoreOnceItIsClosed() {
        try (var plugged = link().plug(device)) {
            var open = plugged.port().open();
            open.close();
            open.close();
            assertThatThrownBy(() -> open.bulkOut(BULK_OUT, bytes(1), LONG))
                    .isInstanceOf(DeviceException.LinkLost.class);
        }
    }

    @Test
    void losesTheLinkWhenThePlugIsPulledWhileItWaits() {
        var waited = new AskedInVain(device);
        try (var plugged = link().plug(waited);
                var open = plugged.port().open()) {
            open.claim(0);
            waited.then(plugged::unplug);
            assertThatThrownBy(() -> open.bulkIn(BULK_IN, 64, LONG))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessageContaining("gone");
            assertThatThrownBy(() -> open.bulkOut(BULK_OUT, bytes(1), LONG))
                    .isInstanceOf(DeviceException.LinkLost.class);
        }
    }

    @Test
    void saysOfAnUnpluggedDeviceThatItCannotBeOpened() {
        try (var plugged = link().plug(device)) {
            plugged.unplug();
            assertThatThrownBy(() -> plugged.port().open()).isInstanceOf(DeviceException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesTheLinkWhicheverTransferThePlugIsPulledAt(PulledAt.Moment moment) {
        var whole = new PulledAt(Integer.MAX_VALUE, moment, device);
        assertThat(lostIn(whole)).isFalse();
        assertThat(whole.transfers()).isGreaterThan(5);
        for (int transfer = 1; transfer <= whole.transfers(); transfer++) {
            assertThat(lostIn(new PulledAt(transfer, moment, device)))
                    .as("pulled at transfer %d", transfer)
                    .isTrue();
        }
    }

    /** Whether the link was lost on the way; whatever else goes wrong comes out. */
    private boolean lostIn(UsbFunction function) {
        try {
            over(function, open -> {
                open.controlOut(new UsbSetup(0x40, REQUEST, 0, 0, 3), bytes(3), LONG);
                open.controlIn(new UsbSetup(0xc0, REQUEST, 0, 0, 8), LONG);
                open.bulkOut(BULK_OUT, bytes(100), LONG);
                open.bulkIn(BULK_IN, 64, LONG);
                open.bulkIn(BULK_IN, 64, LONG);
                device.tell(new byte[] {9});
                open.interruptIn(INTERRUPT_IN, 8, LONG);
            });
            return false;
        } catch (DeviceException.LinkLost e) {
            return true;
        }
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
