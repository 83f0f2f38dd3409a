package fobsmith.cli.key;

import fobsmith.cli.RegistryVerb;
import fobsmith.cli.Surroundings;
import fobsmith.registry.Actor;
import fobsmith.registry.KeyRotation;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = {
            "Seal everything under a new data key, a little at a time.",
            "Run again it goes on where it was interrupted, and destroys the old key once no session needs it."
        })
final class RotateDataKey extends RegistryVerb {
    @Option(names = "--end-sessions", description = "Destroy the old key at once; sessions issued under it end.")
    private boolean endSessions;

    RotateDataKey(Surroundings surroundings) {
        super(surroundings);
    }

    /**
     * How it went.
     *
     * @param rows sealed anew by this run
     * @param oldKeyUntil when the old key can be destroyed; null where it is destroyed
     */
    record Rotated(int version, long rows, @Nullable Instant oldKeyUntil) {}

    @Override
    public Integer call() {
        var rotated = withKey(this::rotate);
        output().print(rotated, text(rotated));
        return ExitCode.OK;
    }

    private Rotated rotate(Registry registry, Actor operator, RegistryKey key) {
        var keys = registry.keys();
        int version = keys.begin(operator, key, RegistryKey.Cost.STANDARD);
        long rows = resealAll(keys);
        var end = keys.sessionsEnd().filter(instant -> !endSessions && instant.isAfter(registry.now()));
        if (end.isPresent()) {
            return new Rotated(version, rows, end.get());
        }
        while (!keys.destroyOlder(operator)) {
            rows += resealAll(keys);
        }
        return new Rotated(version, rows, null);
    }

    private static long resealAll(KeyRotation keys) {
        long rows = 0;
        for (int batch = keys.step(); batch > 0; batch = keys.step()) {
            rows += batch;
        }
        return rows;
    }

    private static String text(Rotated rotated) {
        var done = "%d rows sealed anew under data key %d; ".formatted(rotated.rows, rotated.version);
        return done
                + (rotated.oldKeyUntil == null
                        ? "the old key is destroyed"
                        : "the old key stays until %s for sessions issued under it:\nrun this again then, or now with --end-sessions"
                                .formatted(rotated.oldKeyUntil));
    }
}
