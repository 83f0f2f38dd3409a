package fobsmith.checks;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.TokenDrivers;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbPort;
import fobsmith.firmware.FactoryOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a token model is told what is missing: driver, twin, udev rule, words. Its contract runs in devices. */
class EveryModelIsCompleteTest {
    private static final Path MODELS = Sources.ROOT.resolve("fixtures/models");

    static Stream<Path> models() throws IOException {
        try (var folders = Files.list(MODELS)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasADriverATwinAUdevRuleAndItsWords(Path folder) throws IOException {
        var model = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("model.properties"))) {
            model.load(reader);
        }
        var port = new Ids(id(model, "usb.vendor"), id(model, "usb.product"));
        assertThat(TokenDrivers.ALL)
                .as("driver in TokenDrivers for %s", folder)
                .anyMatch(driver -> driver.recognises(port)
                        && driver.manufacturer().equals(model.getProperty("manufacturer"))
                        && driver.model().equals(model.getProperty("model")));
        assertThat(Files.readAllLines(Sources.ROOT.resolve("udev/70-fobsmith.rules")))
                .as("udev rule for %s", folder)
                .anyMatch(line -> line.contains("\"%04x\"".formatted(port.vendor))
                        && line.contains("\"%04x\"".formatted(port.product))
                        && line.contains("uaccess"));
        assertThat(FactoryOrder.of(twin(folder), Optional.empty(), 1, Optional.empty())
                        .count())
                .as("twin of %s", folder)
                .isOne();
        var name = "%s %s".formatted(model.getProperty("manufacturer"), model.getProperty("model"));
        assertThat(Files.readString(Sources.ROOT.resolve("docs/tokens.md")))
                .as("sections of docs/tokens.md for %s", folder)
                .contains("## %s: simulated".formatted(name), "## %s: driven".formatted(name));
    }

    private static int id(Properties model, String name) {
        return Integer.parseInt(model.getProperty(name), 16);
    }

    /** The folder is vendor-model; the simulator knows it by its model. */
    private static String twin(Path folder) {
        var name = folder.getFileName().toString();
        return name.substring(name.indexOf('-') + 1);
    }

    /** A device of which nothing is known but its ids. */
    private record Ids(int vendor, int product) implements UsbPort {
        @Override
        public String place() {
            return "nowhere";
        }

        @Override
        public UsbDevice open() {
            throw new UnsupportedOperationException("there is no device");
        }
    }
}
