package fobsmith.cli.audit;

import fobsmith.cli.CliException;
import fobsmith.registry.AuditHead;
import fobsmith.registry.RegistryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the head of the trail to a file for as long as a service runs: as it begins, soon after every hundredth record, and as
 * it ends. Thread-safe.
 */
public final class TrailAnchor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrailAnchor.class);
    private static final long EVERY = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<AuditHead> trail;
    private final Path file;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-anchor").factory());
    private long anchored;
    private boolean complained;

    TrailAnchor(Supplier<AuditHead> trail, Path file) {
        this.trail = trail;
        this.file = file;
        anchor(trail.get());
    }

    /**
     * Begins.
     *
     * @param trail asked for the head about once a second, and once more when this is closed
     * @throws CliException where the file cannot be written
     */
    public static TrailAnchor begin(Supplier<AuditHead> trail, Path file) {
        var begun = new TrailAnchor(trail, file);
        var _ = begun.looking.scheduleWithFixedDelay(
                () -> begun.look(EVERY), PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return begun;
    }

    /** Anchors the head where so many records have come since the last time. */
    synchronized void look(long records) {
        try {
            var head = trail.get();
            if (head.seq() >= anchored + records) {
                anchor(head);
                complained = false;
            }
        } catch (CliException | RegistryException e) {
            complain(e);
        }
    }

    void look() {
        look(EVERY);
    }

    private void anchor(AuditHead head) {
        JsonLines.append(file, head);
        anchored = head.seq();
    }

    /** Once, until it works again: the service goes on without. */
    private void complain(RuntimeException failure) {
        if (!complained) {
            LOG.error("the audit trail is not anchored any more: {}", failure.getMessage());
            complained = true;
        }
    }

    /** Anchors what has come since. The registry is still open. */
    @Override
    public void close() {
        looking.shutdownNow();
        look(1);
    }
}
