package fobsmith.bench;

import java.time.Duration;

/** How fast keys went by, by the clock on the wall and by the processor time of this process, which a busy machine spares. */
final class Stopwatch {
    private final long begun = System.nanoTime();
    private final Duration cpu = cpu();

    String rate(long keys) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        double busy = cpu().minus(cpu).toMillis() / 1e3;
        return "%,9d keys %,9.0f keys/s, %,9.0f a second of CPU".formatted(keys, keys / seconds, keys / busy);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
