package fobsmith.bench;

import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.parts.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;

/** Ten thousand ticking fobs in one process: how much heap they hold when every one has been looked at. */
public final class FleetMemory {
    private static final int FOBS = 10_000;
    private static final long MIB = 1 << 20;

    private FleetMemory() {}

    /** Exits with 1 where a fob shows no code. */
    public static void main(String[] arguments) throws IOException {
        if (shown() != FOBS) {
            System.exit(1);
        }
    }

    private static long shown() throws IOException {
        var folder = Files.createTempDirectory("fobsmith-fleet");
        var fleet = Files.writeString(folder.resolve("fleet.json"), """
                {"many":[{"model":"fob","firstSerial":"GAHT00000001","count":%d,"drift":"random","randomSeed":7}]}""".formatted(FOBS));
        long before = used();
        var setting = RunningSimulator.Setting.of(List.of(fleet), folder.resolve("control.json"));
        try (var running = RunningSimulator.start(setting, InstantSource.system())) {
            long shown = running.simulator().tokens().stream()
                    .map(Token::display)
                    .filter(display -> !display.blank())
                    .count();
            System.out.printf("%d of %d fobs show a code; %d MiB of heap%n", shown, FOBS, (used() - before) / MIB);
            return shown;
        } finally {
            Files.delete(fleet);
            Files.delete(folder);
        }
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
