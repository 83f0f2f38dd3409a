package fobsmith.checks;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.TokenDrivers;
import fobsmith.firmware.FactoryOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever adds a token model is told what is missing: driver, twin, udev rule, dialogue, words, and the contract that holds
 * driver and twin to each other, which runs in the module of the drivers over every link named here.
 */
class EveryModelIsCompleteTest {
    private static final Path MODELS = Sources.ROOT.resolve("fixtures/models");
    private static final Path CONTRACTS = Sources.ROOT.resolve("src/devices/src/test/java/fobsmith/devices");

    static Stream<Path> models() throws IOException {
        try (var folders = Files.list(MODELS)) {
            return folders.sorted().toList().stream();
        }
    }

    private static Properties read(Path folder) throws IOException {
        var model = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("model.properties"))) {
            model.load(reader);
        }
        return model;
    }

    private static String name(Properties model) {
        return "%s %s".formatted(model.getProperty("manufacturer"), model.getProperty("model"));
    }

    private static String name(TokenDriver driver) {
        return "%s %s".formatted(driver.manufacturer(), driver.model());
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasADriverThatRecognisesIt(Path folder) throws IOException {
        var model = read(folder);
        var port = port(model);
        assertThat(TokenDrivers.ALL.stream()
                        .filter(driver -> driver.recognises(port))
                        .findFirst())
                .as("driver in TokenDrivers for %s", folder)
                .hasValueSatisfying(driver -> assertThat(name(driver)).isEqualTo(name(model)));
    }

    private static Port port(Properties model) {
        var link = model.getProperty("link");
        return switch (link) {
            case "ccid", "hid" -> KnownPorts.usb(id(model, "usb.vendor"), id(model, "usb.product"));
            case "serial" ->
                KnownPorts.serial(
                        id(model, "usb.vendor"), id(model, "usb.product"), model.getProperty("usb.manufacturer"));
            case "pcsc" -> KnownPorts.card(model.getProperty("atr"));
            default -> throw new IllegalArgumentException("unknown link " + link);
        };
    }

    private static int id(Properties model, String name) {
        return Integer.parseInt(model.getProperty(name), 16);
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasAUdevRuleUnlessItIsReachedThroughAReader(Path folder) throws IOException {
        var model = read(folder);
        if (model.getProperty("link").equals("pcsc")) {
            return;
        }
        assertThat(Files.readAllLines(Sources.ROOT.resolve("udev/70-fobsmith.rules")))
                .as("udev rule for %s", folder)
                .anyMatch(line -> line.contains("\"%s\"".formatted(model.getProperty("usb.vendor")))
                        && line.contains(model.getProperty("usb.product"))
                        && line.contains("uaccess"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasATwin(Path folder) throws IOException {
        assertThat(FactoryOrder.of(read(folder).getProperty("twin"), Optional.empty(), 1, Optional.empty())
                        .count())
                .as("twin of %s", folder)
                .isOne();
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasADialogueOrIsTheSameFirmwareAsOneThatHas(Path folder) throws IOException {
        var same = requireNonNullElse(
                read(folder).getProperty("dialogue.of"), folder.getFileName().toString());
        assertThat(MODELS.resolve(same).resolve("dialogue.transcript")).isRegularFile();
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasItsWords(Path folder) throws IOException {
        assertThat(Files.readString(Sources.ROOT.resolve("docs/tokens.md")))
                .as("section of docs/tokens.md for %s", folder)
                .contains("## %s".formatted(name(read(folder))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void isHeldToItsContractOverEachOfItsLinks(Path folder) throws IOException {
        var model = read(folder);
        var contract = model.getProperty("contract");
        var name = contract.substring(contract.indexOf('/') + 1);
        for (var link : List.of(model.getProperty("contract.links").split(" ", -1))) {
            var test = CONTRACTS.resolve(contract + link + "Test.java");
            assertThat(test).as("contract of %s", folder).isRegularFile();
            assertThat(Files.readString(test))
                    .containsPattern("class %s%sTest extends %s(OverUsb)?Contract".formatted(name, link, name));
        }
    }

    /** The tests of the drivers in that package say whether the contract runs for each model that they drive. */
    @ParameterizedTest
    @MethodSource("models")
    void isHeldToTheContractOfItsOwnDriver(Path folder) throws IOException {
        var model = read(folder);
        assertThat(model.getProperty("contract"))
                .as("contract of %s", folder)
                .startsWith(driverOf(model).getClass().getPackageName().replaceFirst(".*\\.", "") + "/");
    }

    /** Over a real PC/SC service too. */
    @ParameterizedTest
    @MethodSource("models")
    void isHeldToItsContractThroughAReaderWhereItTakesCards(Path folder) throws IOException {
        var model = read(folder);
        var atr = model.getProperty("atr");
        if (atr != null && driverOf(model).recognises(KnownPorts.card(atr))) {
            assertThat(model.getProperty("contract.links").split(" "))
                    .as("contract.links of %s", folder)
                    .contains("OverPcsc");
        }
    }

    private static TokenDriver driverOf(Properties model) {
        return TokenDrivers.ALL.stream()
                .filter(driver -> name(driver).equals(name(model)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyDriverHasItsFolder() throws IOException {
        var described = new ArrayList<String>();
        for (var folder : models().toList()) {
            described.add(name(read(folder)));
        }
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(TokenDrivers.ALL.stream()
                        .map(EveryModelIsCompleteTest::name)
                        .toList());
    }

    @Test
    void everyTwinHasItsFolder() throws IOException {
        var twins = models().map(folder -> {
            try {
                return read(folder).getProperty("twin");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(twins).containsAll(FactoryOrder.models());
    }
}
