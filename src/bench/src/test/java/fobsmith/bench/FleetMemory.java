package fobsmith.bench;

import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.parts.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ten thousand ticking twins in one process: 900 of each model that is no mere display, plugged in where they have a USB plug, and for
 * the rest display fobs. Tells how much memory they hold when every one has been looked at.
 */
public final class FleetMemory {
    private static final int TWINS = 10_000;
    private static final int OF_A_MODEL = 900;
    private static final long MIB = 1 << 20;
    private static final long MOST_MIB = 1024;

    private FleetMemory() {}

    /** Exits with 1 where a twin is missing, a fob shows no code, or the process has ever been larger than 1 GiB. */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("fobsmith-fleet");
        var fleet = Files.writeString(folder.resolve("fleet.json"), fleet());
        boolean passed;
        try {
            passed = isWithinBounds(fleet, folder.resolve("control.json"));
        } finally {
            Files.delete(fleet);
            Files.delete(folder);
        }
        if (!passed) {
            System.exit(1);
        }
    }

    private static int fobs() {
        return TWINS - OF_A_MODEL * FactoryOrder.models().size();
    }

    private static String fleet() {
        var twins = FactoryOrder.models().stream().map(FleetMemory::batch).collect(Collectors.joining(","));
        return """
                {"many":[%s,{"model":"fob","firstSerial":"GAHT00000001","count":%d,"drift":"random","randomSeed":7}]}
                """.formatted(twins, fobs());
    }

    /** The usual serial numbers of the one are those of the Nitrokey Pro. */
    private static String batch(String model) {
        var serials = model.equals("librem-key") ? "\"firstSerial\":\"0ac00001\"," : "";
        return "{\"model\":\"%s\",%s\"count\":%d}".formatted(model, serials, OF_A_MODEL);
    }

    private static boolean isWithinBounds(Path fleet, Path controlFile) throws IOException {
        long before = usedHeap();
        var setting = RunningSimulator.Setting.of(List.of(fleet), controlFile);
        try (var running = RunningSimulator.start(setting, InstantSource.system())) {
            var tokens = running.simulator().tokens();
            long models = tokens.stream()
                    .map(token -> token.state().model())
                    .distinct()
                    .count();
            long shown = tokens.stream()
                    .map(Token::display)
                    .filter(display -> !display.blank())
                    .count();
            long heap = (usedHeap() - before) / MIB;
            long resident = residentMib("VmRSS");
            long most = residentMib("VmHWM");
            System.out.printf(
                    "%d twins of %d models, %d show a code (%d fobs); %d MiB of heap, %d MiB resident, at most %d%n",
                    tokens.size(), models, shown, fobs(), heap, resident, most);
            return tokens.size() == TWINS && shown >= fobs() && most <= MOST_MIB;
        }
    }

    private static long usedHeap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Of the whole process, as the kernel counts it: proc(5). */
    private static long residentMib(String field) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            var line =
                    lines.filter(one -> one.startsWith(field + ":")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
        }
    }
}
