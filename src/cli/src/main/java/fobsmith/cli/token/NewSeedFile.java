package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.registry.PrivateFile;
import fobsmith.seedfiles.SeedFileException;
import fobsmith.seedfiles.writing.SeedFileWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A file of mode 0600 that bears its name whole and on the disk, or not at all. What has been written of it until then ends in
 * ".part", and goes with a failure or an interruption; only what is killed leaves it.
 */
final class NewSeedFile {
    private final Path target;
    private final Path growing;

    NewSeedFile(Path target) {
        this.target = target;
        growing = target.resolveSibling(target.getFileName() + ".part");
    }

    /** Answers what the work answers. */
    int write(Function<OutputStream, SeedFileWriter> opener, ToIntFunction<SeedFileWriter> work) {
        requireFree();
        var interrupted = new Thread(this::removeQuietly);
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            create();
            int answer = fill(opener, work);
            Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
            return answer;
        } catch (IOException | UncheckedIOException e) {
            throw new CliException(
                    "cannot write %s: %s".formatted(target, e.getMessage()), "no file was left; the audit trail stays");
        } catch (SeedFileException e) {
            throw new CliException(String.valueOf(e.getMessage()), "no file was left; the audit trail stays");
        } finally {
            remove();
            forget(interrupted);
        }
    }

    private void requireFree() {
        if (Files.exists(target)) {
            throw new CliException("%s exists already".formatted(target), "name a new file with --to");
        }
    }

    private void create() {
        try {
            Files.deleteIfExists(growing);
            PrivateFile.create(growing, new byte[0]);
        } catch (IOException e) {
            throw new CliException("cannot make %s: %s".formatted(growing, e.getMessage()), "name another file");
        }
    }

    private int fill(Function<OutputStream, SeedFileWriter> opener, ToIntFunction<SeedFileWriter> work)
            throws IOException {
        try (var file = Files.newOutputStream(growing);
                var writer = opener.apply(file)) {
            int answer = work.applyAsInt(writer);
            writer.finish();
            return answer;
        } finally {
            force();
        }
    }

    private void force() throws IOException {
        try (var channel = FileChannel.open(growing, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(growing);
        } catch (IOException e) {
            throw new CliException(
                    "cannot remove the unfinished file %s: %s".formatted(growing, e.getMessage()), "remove it by hand");
        }
    }

    /** Nobody listens any more. */
    private void removeQuietly() {
        try {
            Files.deleteIfExists(growing);
        } catch (IOException _) {
            // Its name says that it is unfinished.
        }
    }

    private static void forget(Thread interrupted) {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException _) {
            // The program is ending: the hook runs, and finds nothing or removes what there is.
        }
    }
}
