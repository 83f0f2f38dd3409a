package fobsmith.firmware;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The file by which clients find a running simulator: {@code {"url":"http://127.0.0.1:PORT","bearer":"…"}}, readable by its
 * owner only. Does not print the bearer.
 */
public record ControlFile(URI url, String bearer) {
    /** Where the file stands unless said otherwise: the user's run-time folder, else the home folder. */
    public static Path usualPath(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "fobsmith-sim.json"))
                .orElseGet(() -> Path.of(environment.getOrDefault("HOME", ""), ".fobsmith-sim.json"));
    }

    static ControlFile read(Path file) {
        try {
            var json = Json.MAPPER.readTree(Files.readAllBytes(file));
            return new ControlFile(
                    URI.create(json.required("url").stringValue()),
                    json.required("bearer").stringValue());
        } catch (NoSuchFileException e) {
            throw ControlException.NotRunning.withoutControlFile(file);
        } catch (IOException e) {
            throw new ControlException.ControlFileUnusable(file, "cannot be read", e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ControlException.ControlFileUnusable(file, "is not one", null);
        }
    }

    /** Appears complete or not at all, replacing what a simulator that crashed has left. */
    void write(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(folder, file.getFileName().toString(), ".draft", owner);
            move(draft, file);
        } catch (IOException e) {
            throw new ControlException.ControlFileUnusable(file, "cannot be written", e);
        }
    }

    private void move(Path draft, Path file) throws IOException {
        try {
            Files.write(draft, Json.MAPPER.writeValueAsBytes(this));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Deletes the file, unless another simulator has put its own there since. */
    void delete(Path file) {
        try {
            if (Files.exists(file) && read(file).equals(this)) {
                Files.delete(file);
            }
        } catch (IOException | ControlException e) {
            System.getLogger(ControlFile.class.getName())
                    .log(System.Logger.Level.WARNING, "control file %s cannot be deleted".formatted(file), e);
        }
    }

    @Override
    public String toString() {
        return "ControlFile[%s]".formatted(url);
    }
}
