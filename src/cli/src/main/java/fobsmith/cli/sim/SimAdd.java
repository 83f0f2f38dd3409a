package fobsmith.cli.sim;

import fobsmith.cli.CliException;
import fobsmith.cli.Surroundings;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.oath.Base32;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Add a token of 6 digits and 30 seconds to the running simulator, such as a phone's app.")
final class SimAdd extends SimVerb {
    @Parameters(paramLabel = "SERIAL", description = "Serial number, or ARN of a virtual device.")
    private String serial;

    @Option(
            names = "--seed-file",
            required = true,
            paramLabel = "FILE",
            description = "File with the seed in base32, as aws iam create-virtual-mfa-device writes it.")
    private Path seedFile;

    SimAdd(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        byte[] seed = seed();
        try {
            return with(simulator -> print(TokenClockView.of(simulator.add(FobDescription.of(serial), seed))));
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private byte[] seed() {
        try {
            byte[] text = Files.readAllBytes(seedFile);
            try {
                return Base32.decode(withoutLineEnd(text));
            } finally {
                Arrays.fill(text, (byte) 0);
            }
        } catch (IOException e) {
            throw new CliException("cannot read seed file %s: %s".formatted(seedFile, e.getMessage()), "");
        }
    }

    private static byte[] withoutLineEnd(byte[] text) {
        int end = text.length;
        while (end > 0 && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
            end--;
        }
        return Arrays.copyOf(text, end);
    }
}
