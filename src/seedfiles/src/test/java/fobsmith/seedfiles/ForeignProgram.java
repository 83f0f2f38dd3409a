package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Needed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's programs for seed files. */
enum ForeignProgram {
    /** Python with python-pskc, told by a program of the same package. */
    PYTHON_PSKC("/usr/bin/python3", "/usr/bin/pskc2pskc", "pskc-utils"),
    PSKCTOOL("/usr/bin/pskctool", "/usr/bin/pskctool", "pskctool");

    private final String program;
    private final Path needed;
    private final String debianPackage;

    ForeignProgram(String program, String needed, String debianPackage) {
        this.program = program;
        this.needed = Path.of(needed);
        this.debianPackage = debianPackage;
    }

    /** What it prints; it has to succeed. */
    String run(String... arguments) throws IOException, InterruptedException {
        Needed.file(needed, debianPackage);
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
