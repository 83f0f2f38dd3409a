package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.registry.PrivateFile;
import fobsmith.seedfiles.SeedFileException;
import fobsmith.seedfiles.writing.SeedFileWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A file that is made, of mode 0600, and is there whole or not at all. */
final class NewSeedFile {
    private final Path target;

    NewSeedFile(Path target) {
        this.target = target;
    }

    /** Answers what the work answers. */
    int write(Function<OutputStream, SeedFileWriter> opener, ToIntFunction<SeedFileWriter> work) {
        boolean whole = false;
        create();
        try (var file = Files.newOutputStream(target);
                var writer = opener.apply(file)) {
            int answer = work.applyAsInt(writer);
            writer.finish();
            whole = true;
            return answer;
        } catch (IOException | UncheckedIOException e) {
            throw new CliException(
                    "cannot write %s: %s".formatted(target, e.getMessage()), "no file was left; the audit trail stays");
        } catch (SeedFileException e) {
            throw new CliException(String.valueOf(e.getMessage()), "no file was left; the audit trail stays");
        } finally {
            if (!whole) {
                remove();
            }
        }
    }

    private void create() {
        try {
            PrivateFile.create(target, new byte[0]);
        } catch (FileAlreadyExistsException e) {
            throw new CliException("%s exists already".formatted(target), "name a new file with --to");
        } catch (IOException e) {
            throw new CliException("cannot make %s: %s".formatted(target, e.getMessage()), "name another file");
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new CliException(
                    "cannot remove the unfinished file %s: %s".formatted(target, e.getMessage()), "remove it by hand");
        }
    }
}
