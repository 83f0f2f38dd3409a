package fobsmith.cli.sim;

import fobsmith.cli.Surroundings;
import fobsmith.firmware.ActiveFaults;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.link.LinkFault;
import fobsmith.firmware.parts.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fault",
        mixinStandardHelpOptions = true,
        description = {
            "Let something go wrong with a token, or with what it says over its link:",
            "STOPPED_CLOCK, RESET_TO_2000, DARK_LCD_SEGMENT, DEAD_BATTERY;",
            "GARBAGE, SHORT, OVERSIZED, REPEATED, SILENCE, DELAY, RESET."
        })
final class SimFault extends SimVerb {
    private static final int OFTEN = 1_000_000;
    private static final long USUAL_DELAY = 1000;

    @Parameters(index = "0", paramLabel = "SERIAL")
    private String serial;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KIND", description = "May be left out to see what is wrong.")
    private @Nullable String kind;

    @Option(
            names = "--times",
            paramLabel = "N",
            description = "Strike so many exchanges of a link only, instead of all until --mend.")
    private @Nullable Integer times;

    @Option(names = "--millis", paramLabel = "N", description = "How late an answer comes by DELAY (default: 1000).")
    private @Nullable Long millis;

    @Option(names = "--mend", description = "Switch it off; what it did to a clock stays.")
    private boolean mend;

    @Spec
    private CommandSpec spec;

    SimFault(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        return with(simulator -> {
            if (kind != null) {
                change(simulator, kind);
            }
            print(simulator.faults(serial));
        });
    }

    private void change(ControlClient simulator, String name) {
        var link = constant(LinkFault.values(), name);
        if (!link.isEmpty()) {
            link(simulator, link.getFirst());
            return;
        }
        var known = constant(Fault.values(), name);
        if (known.isEmpty() || times != null || millis != null) {
            throw new ParameterException(spec.commandLine(), complaint(known.isEmpty(), name));
        }
        if (mend) {
            simulator.mend(serial, known.getFirst());
        } else {
            simulator.fault(serial, known.getFirst());
        }
    }

    private void link(ControlClient simulator, LinkFault fault) {
        if (mend) {
            simulator.mend(serial, fault);
        } else if (fault == LinkFault.DELAY) {
            simulator.delay(
                    serial, Duration.ofMillis(millis == null ? USUAL_DELAY : millis), times == null ? OFTEN : times);
        } else if (times != null) {
            simulator.fault(serial, fault, times);
        } else {
            simulator.fault(serial, fault);
        }
    }

    private static <E extends Enum<E>> List<E> constant(E[] constants, String name) {
        return Stream.of(constants)
                .filter(one -> one.name().equalsIgnoreCase(name))
                .toList();
    }

    private static String complaint(boolean unknown, String name) {
        return unknown
                ? "unknown fault \"%s\" (known are %s)"
                        .formatted(
                                name,
                                Stream.concat(Stream.of(Fault.values()), Stream.of(LinkFault.values()))
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))
                : "--times and --millis are of faults of a link, such as GARBAGE, not of %s".formatted(name);
    }

    private void print(ActiveFaults faults) {
        var all = new ArrayList<>(faults.token().stream().map(Enum::name).toList());
        if (faults.link() != null) {
            all.add(
                    faults.timesLeft() == null
                            ? faults.link().name()
                            : "%s (%d times)".formatted(faults.link(), faults.timesLeft()));
        }
        output().print(
                        faults,
                        all.isEmpty()
                                ? "nothing is wrong with " + serial
                                : "%s has %s".formatted(serial, String.join(", ", all)));
    }
}
