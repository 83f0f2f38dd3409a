package fobsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.HandTurnedClock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    private static final Terminal TERMINAL = new Terminal(HandTurnedClock.atStepStart(), Map.of());

    static Stream<String> commands() {
        return below(TERMINAL.commandLine());
    }

    private static Stream<String> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec().qualifiedName()),
                command.getSubcommands().values().stream().flatMap(HelpTest::below));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsEveryCommand(String names) {
        var words = Stream.concat(Stream.of(names.split(" ")).skip(1), Stream.of("--help"));
        var help = TERMINAL.type(words.toArray()).ok().out();
        assertThat(help).contains("Usage: " + names);
        assertThat(help.lines())
                .as(help)
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void knowsAllCommandsOfTheDesign() {
        assertThat(commands())
                .contains("fobsmith demo", "fobsmith init", "fobsmith serve", "fobsmith audit verify")
                .contains("fobsmith token import", "fobsmith token list", "fobsmith token show", "fobsmith token check")
                .contains(
                        "fobsmith token label",
                        "fobsmith token history",
                        "fobsmith token retire",
                        "fobsmith token lost")
                .contains(
                        "fobsmith token codes",
                        "fobsmith token found",
                        "fobsmith token reserve",
                        "fobsmith token release")
                .contains("fobsmith user key create", "fobsmith user key list", "fobsmith user key delete")
                .contains("fobsmith device enable", "fobsmith device resync", "fobsmith device deactivate")
                .contains("fobsmith device list", "fobsmith device unlock", "fobsmith device temporary")
                .contains("fobsmith sim run", "fobsmith sim show", "fobsmith sim time", "fobsmith sim drift")
                .contains("fobsmith clock accept", "fobsmith policy simulate", "fobsmith backup", "fobsmith restore")
                .contains("fobsmith key init", "fobsmith key show")
                .contains("fobsmith key rotate registry", "fobsmith key rotate data")
                .contains("fobsmith key register-station", "fobsmith key export-station", "fobsmith key revoke-station")
                .contains("fobsmith station init", "fobsmith station send", "fobsmith station receive")
                .contains("fobsmith audit list", "fobsmith audit export", "fobsmith audit anchor");
    }

    @Test
    void asksForAVerbWhereOnlyANounStands() {
        var misuse = TERMINAL.type("token");
        assertThat(misuse.status()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(misuse.err()).startsWith("fobsmith: missing a verb after \"token\"\nUsage: fobsmith token");
        assertThat(misuse.out()).isEmpty();
    }

    @Test
    void saysItsVersion() {
        assertThat(TERMINAL.type("--version").ok().out()).startsWith("fobsmith ");
    }
}
