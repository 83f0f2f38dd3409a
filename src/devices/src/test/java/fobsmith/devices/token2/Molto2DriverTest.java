package fobsmith.devices.token2;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.ClosedPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class Molto2DriverTest {
    private static final Path MODEL = Path.of("../../fixtures/models/token2-molto2/model.properties");

    private final Molto2Driver driver = new Molto2Driver();

    @Test
    void isForTheModelOfItsFixtures() throws IOException {
        var model = new Properties();
        try (var reader = Files.newBufferedReader(MODEL)) {
            model.load(reader);
        }
        assertThat(driver.manufacturer()).isEqualTo(model.getProperty("manufacturer"));
        assertThat(driver.model()).isEqualTo(model.getProperty("model"));
        assertThat(recognises(hex(model, "usb.vendor"), hex(model, "usb.product")))
                .isTrue();
        assertThat(Molto2Limits.PROFILES).isEqualTo(Integer.parseInt(model.getProperty("profiles")));
    }

    /** The vendor's FIDO keys have the same vendor id. */
    @Test
    void leavesTheVendorsOtherProductsAlone() {
        assertThat(recognises(0x349e, 0x0022)).isFalse();
        assertThat(recognises(0x349f, 0x0300)).isFalse();
    }

    private boolean recognises(int vendor, int product) {
        return driver.recognises(ClosedPorts.port("usb 1-1", vendor, product));
    }

    private static int hex(Properties model, String name) {
        return Integer.parseInt(model.getProperty(name), 16);
    }
}
