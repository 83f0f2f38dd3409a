package fobsmith.firmware.usb;

import java.util.function.Supplier;

/** Whether a device has power: until something in it throws {@link PowerLost}, and from the next reset. */
final class Power {
    private boolean on = true;

    void comeBack() {
        on = true;
    }

    void carry(Runnable transfer) {
        carry(() -> {
            transfer.run();
            return true;
        });
    }

    <T> T carry(Supplier<T> transfer) {
        if (!on) {
            throw new PowerLost("the device has no power");
        }
        try {
            return transfer.get();
        } catch (PowerLost e) {
            on = false;
            throw e;
        }
    }
}
