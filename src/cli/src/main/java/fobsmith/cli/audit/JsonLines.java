package fobsmith.cli.audit;

import fobsmith.cli.CliException;
import fobsmith.registry.AuditHead;
import fobsmith.registry.ExportedRecord;
import fobsmith.registry.PrivateFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the audit trail: files of mode 0600, a JSON object on each line. */
public final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonLines() {}

    /** The heads of an anchor file; none where no file is named. */
    static List<AuditHead> heads(@Nullable Path file) {
        return file == null ? List.of() : read(file, AuditHead.class);
    }

    /** The records of an export. */
    public static List<ExportedRecord> records(Path file) {
        return read(file, ExportedRecord.class);
    }

    private static <T> List<T> read(Path file, Class<T> type) {
        try (var lines = Files.lines(file)) {
            var found = lines.map(line -> parse(file, line, type)).toList();
            if (found.isEmpty()) {
                throw new CliException("%s is empty".formatted(file), "name the file that was written");
            }
            return found;
        } catch (JacksonException | UncheckedIOException e) {
            throw foreign(file);
        } catch (IOException e) {
            throw new CliException("cannot read %s: %s".formatted(file, e.getMessage()), "");
        }
    }

    /** JSON of one word, "null", is of every type. */
    private static <T> T parse(Path file, String line, Class<T> type) {
        return Optional.ofNullable(JSON.readValue(line, type)).orElseThrow(() -> foreign(file));
    }

    private static CliException foreign(Path file) {
        return new CliException(
                "%s is not a file of the audit trail".formatted(file), "name the file as it was written");
    }

    static void append(Path file, Object line) {
        try {
            if (!Files.exists(file)) {
                PrivateFile.create(file, new byte[0]);
            }
            Files.writeString(
                    file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** How many lines were written. */
    static long write(Path file, Consumer<Consumer<Object>> source) {
        if (Files.exists(file)) {
            throw new CliException(file + " already exists", "name a file that does not exist yet");
        }
        try {
            PrivateFile.create(file, new byte[0]);
            try (var out = Files.newBufferedWriter(file, StandardOpenOption.WRITE)) {
                var count = new AtomicLong();
                source.accept(line -> {
                    print(out, line);
                    count.incrementAndGet();
                });
                return count.get();
            }
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static void print(BufferedWriter out, Object line) {
        try {
            out.write(JSON.writeValueAsString(line));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CliException cannotWrite(Path file, Exception e) {
        return new CliException(
                "cannot write %s: %s".formatted(file, e.getMessage()), "name a file in a folder you may write to");
    }
}
