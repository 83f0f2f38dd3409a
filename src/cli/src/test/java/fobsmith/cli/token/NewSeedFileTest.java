package fobsmith.cli.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.cli.CliException;
import fobsmith.registry.PrivateFile;
import fobsmith.seedfiles.writing.SeedFileWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewSeedFileTest {
    private Path target;
    private Path part;

    @BeforeEach
    void name(@TempDir Path folder) {
        target = folder.resolve("exported.csv");
        part = folder.resolve("exported.csv.part");
    }

    private int write() {
        return new NewSeedFile(target).write(SeedFileWriter::oathCsv, _ -> {
            assertThat(target).doesNotExist();
            assertThat(isPrivate(part)).isTrue();
            return 7;
        });
    }

    private static boolean isPrivate(Path file) {
        try {
            return !PrivateFile.isOpenToOthers(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bearsItsNameOnceItIsWhole() {
        assertThat(write()).isEqualTo(7);
        assertThat(isPrivate(target)).isTrue();
        assertThat(part).doesNotExist();
    }

    @Test
    void whatAKilledOneHasLeftIsNoHindrance() throws IOException {
        Files.writeString(part, "left over");
        assertThat(write()).isEqualTo(7);
        assertThat(part).doesNotExist();
    }

    @Test
    void aFailureLeavesNothing() {
        assertThatThrownBy(() -> new NewSeedFile(target).write(SeedFileWriter::oathCsv, _ -> {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }))
                .isInstanceOf(CliException.class)
                .hasMessage("cannot write %s: java.io.IOException: No space left on device", target);
        assertThat(target).doesNotExist();
        assertThat(part).doesNotExist();
    }

    @Test
    void anInterruptionLeavesNothing() throws Exception {
        var export = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessExport.class.getName(),
                        target.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var told = export.inputReader()) {
            assertThat(told.readLine()).isEqualTo("writing");
            assertThat(part).exists();
            export.destroy();
            assertThat(export.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            export.destroyForcibly();
        }
        assertThat(part).doesNotExist();
        assertThat(target).doesNotExist();
    }

    /** Begins to write, says so, and goes on for ever. */
    static final class EndlessExport {
        private EndlessExport() {}

        static void main(String[] args) {
            new NewSeedFile(Path.of(args[0])).write(SeedFileWriter::oathCsv, _ -> {
                try (var out = new FileOutputStream(FileDescriptor.out)) {
                    out.write("writing\n".getBytes(US_ASCII));
                    out.flush();
                    new CountDownLatch(1).await();
                } catch (InterruptedException | IOException e) {
                    throw new IllegalStateException(e);
                }
                return 0;
            });
        }
    }
}
