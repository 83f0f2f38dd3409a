package fobsmith.devices;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.token2.SingleProfileDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules that let people on this machine's seat open tokens: udev(7). */
class UdevRulesTest {
    private static final Path FILE = Path.of("../../udev/70-fobsmith.rules");

    /** Number of the file that hands out what is tagged, systemd's 73-seat-late.rules. */
    private static final int TOO_LATE = 73;

    private static final Pattern PAIR = Pattern.compile("([A-Z]+)(\\{[^}]+})?(==|!=|=|\\+=|-=|:=)\"([^\"]*)\"");
    private static final Pattern RULE =
            Pattern.compile("%1$s(, %1$s)*".formatted(PAIR.pattern().replaceAll("\\((?!\\?)", "(?:")));
    private static final Pattern IDS = Pattern.compile(
            "ATTRS?\\{idVendor}==\"([0-9a-f]{4})\", ATTRS?\\{idProduct}==\"([0-9a-f]{4}(?:\\|[0-9a-f]{4})*)\"");
    private static final Pattern MANUFACTURER = Pattern.compile("ATTRS?\\{manufacturer}==\"([^\"]+)\"");

    /** The node that is opened: the USB device itself, or the serial port that the kernel makes of it. */
    private static final Pattern NODE =
            Pattern.compile("(SUBSYSTEM==\"usb\", ENV\\{DEVTYPE}==\"usb_device\"|SUBSYSTEM==\"tty\"), .*");

    @Test
    void comesBeforeTheFileThatHandsOutWhatIsTagged() {
        var number = FILE.getFileName().toString().substring(0, 2);
        assertThat(Integer.parseInt(number)).isLessThan(TOO_LATE);
    }

    @Test
    void isMadeOfRulesOnly() throws IOException {
        assertThat(rules()).isNotEmpty().allSatisfy(rule -> assertThat(rule).matches(RULE));
    }

    @Test
    void jumpsOnlyToWhereALabelStands() throws IOException {
        assertThat(values("GOTO")).isNotEmpty().containsExactlyInAnyOrderElementsOf(values("LABEL"));
    }

    @Test
    void letsEveryoneInNowhere() throws IOException {
        assertThat(values("MODE")).isEmpty();
        assertThat(values("GROUP")).isEmpty();
    }

    @Test
    void tagsEveryDrivenModelForTheSeatBelowACommentThatNamesIt() throws IOException {
        var lines = Files.readAllLines(FILE);
        for (var driver : withANode()) {
            var rule = lines.stream()
                    .filter(line -> isFor(line, driver) && line.contains("TAG+="))
                    .toList();
            assertThat(rule).as(driver.model()).singleElement().satisfies(line -> {
                assertThat(line).matches(NODE).contains("TAG+=\"uaccess\"");
                assertThat(lines.get(lines.indexOf(line) - 1))
                        .isEqualTo("# %s %s".formatted(driver.manufacturer(), driver.model()));
            });
        }
    }

    @Test
    void tagsNothingThatNobodyDrives() throws IOException {
        assertThat(rules().stream().filter(rule -> rule.contains("TAG+=")))
                .isNotEmpty()
                .allMatch(rule -> TokenDrivers.ALL.stream().anyMatch(driver -> isFor(rule, driver)));
    }

    /** ModemManager would type its questions into a shell. */
    @Test
    void keepsModemManagerAwayFromSerialPorts() throws IOException {
        assertThat(rules().stream().filter(rule -> rule.startsWith("SUBSYSTEM==\"tty\"")))
                .isNotEmpty()
                .allMatch(rule -> rule.contains("ENV{ID_MM_DEVICE_IGNORE}=\"1\""));
    }

    /** Cards without a plug need no rule: their reader belongs to pcscd. */
    private static List<TokenDriver> withANode() {
        return TokenDrivers.ALL.stream()
                .filter(driver -> !(driver instanceof SingleProfileDriver))
                .toList();
    }

    /** One rule may name several products; it is for a driver that knows them all. */
    private static boolean isFor(String line, TokenDriver driver) {
        return !line.startsWith("#")
                && IDS.matcher(line)
                        .results()
                        .anyMatch(ids -> Pattern.compile("\\|")
                                .splitAsStream(ids.group(2))
                                .allMatch(product -> driver.recognises(port(line, hex(ids.group(1)), hex(product)))));
    }

    private static Port port(String line, int vendor, int product) {
        var manufacturer = MANUFACTURER.matcher(line);
        return line.startsWith("SUBSYSTEM==\"tty\"") && manufacturer.find()
                ? ClosedPorts.serialPort("serial /dev/ttyACM0", vendor, product, manufacturer.group(1))
                : ClosedPorts.port("usb 1-1", vendor, product);
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }

    private static List<String> rules() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> values(String key) throws IOException {
        return rules().stream()
                .flatMap(rule -> PAIR.matcher(rule).results())
                .filter(pair -> pair.group(1).equals(key))
                .map(pair -> pair.group(4))
                .toList();
    }
}
