package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import fobsmith.firmware.token2.Molto2State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "press",
        mixinStandardHelpOptions = true,
        description = {
            "Press what a token waits for: the up arrow of a Molto2, which confirms a new customer key; the touch of a",
            "security key; the middle button of a Flipper."
        })
final class SimPress extends SimVerb {
    @Parameters(paramLabel = "SERIAL")
    private String serial;

    SimPress(Surroundings surroundings) {
        super(surroundings);
    }

    record Pressed(String serial, @Nullable String waitingFor) {}

    @Override
    public Integer call() {
        return with(simulator -> {
            if (simulator.state(serial).model().equals(Molto2State.MODEL)) {
                var state = simulator.pressUpArrow(serial);
                output().print(new Pressed(serial, state.waitingFor().name()), "pressed the up arrow of " + serial);
            } else {
                simulator.press(serial);
                output().print(new Pressed(serial, null), "pressed " + serial);
            }
        });
    }
}
