package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.ReadingTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class LeniencyOptionsTest {
    @ParameterizedTest
    @EnumSource
    void eachThatIsNotOnAnywayIsAskedForByTheOptionThatARefusalNames(Leniency leniency) {
        var strict = ReadingTerms.STRICT;
        if (!strict.leniencies().contains(leniency)) {
            var options = CommandLine.populateCommand(new LeniencyOptions(), LeniencyOptions.name(leniency));
            assertThat(options.on(strict)).isEqualTo(strict.tolerating(leniency));
        }
    }
}
