package fobsmith.devices.nitrokey;

import fobsmith.firmware.nitrokey.NitrokeyDescription;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Everything that is sold with the firmware of the Nitrokey Pro: what the driver calls it, which is texts and numbers, and its twin.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Product {
    PRO(NitrokeyModel.PRO, fobsmith.firmware.nitrokey.NitrokeyModel.PRO),
    LIBREM_KEY(NitrokeyModel.LIBREM_KEY, fobsmith.firmware.nitrokey.NitrokeyModel.LIBREM_KEY);

    private final NitrokeyModel model;
    private final fobsmith.firmware.nitrokey.NitrokeyModel twin;

    Product(NitrokeyModel model, fobsmith.firmware.nitrokey.NitrokeyModel twin) {
        this.model = model;
        this.twin = twin;
    }

    NitrokeyModel model() {
        return model;
    }

    NitrokeyProDriver driver() {
        return new NitrokeyProDriver(model, new SecureRandom());
    }

    /** As it leaves the factory. */
    NitrokeyDescription description() {
        return NitrokeyDescription.of(NitrokeyDescription.FIRST_SERIAL).withModel(twin);
    }

    /** As the registry keeps it. */
    String serial() {
        return "%s-%s".formatted(model.prefix(), NitrokeyDescription.FIRST_SERIAL.toUpperCase(Locale.ROOT));
    }
}
