package fobsmith.devices.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.ClosedPorts;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.TokenDrivers;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NitrokeyDriversTest {
    private final NitrokeyProDriver pro = new NitrokeyProDriver(NitrokeyModel.PRO, new SecureRandom());
    private final NitrokeyProDriver librem = new NitrokeyProDriver(NitrokeyModel.LIBREM_KEY, new SecureRandom());

    /** The Storage (4109) speaks other commands, the FIDO tokens (42b1) another language. */
    @ParameterizedTest
    @CsvSource({
        "20a0, 4108, true, false",
        "316d, 4c4b, false, true",
        "20a0, 4109, false, false",
        "20a0, 42b1, false, false"
    })
    void areToldApartByTheirIds(String vendor, String product, boolean isPro, boolean isLibrem) {
        var port = ClosedPorts.port("usb 1-1", Integer.parseInt(vendor, 16), Integer.parseInt(product, 16));
        assertThat(pro.recognises(port)).isEqualTo(isPro);
        assertThat(librem.recognises(port)).isEqualTo(isLibrem);
    }

    /** The contract runs for each {@link Product}. */
    @Test
    void areAllHeldToTheirContract() {
        assertThat(Product.values())
                .extracting(product -> product.model().model())
                .containsExactlyInAnyOrderElementsOf(TokenDrivers.ALL.stream()
                        .filter(driver -> driver instanceof NitrokeyProDriver)
                        .map(TokenDriver::model)
                        .toList());
    }

    @Test
    void knowNoSerialPort() {
        assertThat(pro.recognises(ClosedPorts.namedPort("serial /dev/pts/3"))).isFalse();
    }
}
