package fobsmith.cli.provision;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.provisioning.WriteOrder;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What is to be written, and where. */
final class OrderOptions {
    @Option(
            names = "--profile",
            paramLabel = "N",
            defaultValue = "0",
            description = "Which of the token's profiles; the first is 0. Others stand in the registry as SERIAL:NN.")
    private int profile;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            defaultValue = "fobsmith",
            description = "What the display shows beside the code (default: ${DEFAULT-VALUE}).")
    private String title;

    @Option(
            names = "--algorithm",
            paramLabel = "HASH",
            defaultValue = "SHA1",
            description =
                    "SHA1, SHA256 or SHA512, as far as the token can (default: ${DEFAULT-VALUE}, the only one IAM takes).")
    private HmacAlgorithm algorithm;

    @Option(
            names = "--digits",
            paramLabel = "N",
            defaultValue = "6",
            description = "Length of a code (default: ${DEFAULT-VALUE}, the only one IAM takes).")
    private int digits;

    @Option(
            names = "--step",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Time step (default: ${DEFAULT-VALUE}, the only one IAM takes).")
    private int step;

    @Option(names = "--overwrite", description = "Destroy the seed that the profile carries.")
    private boolean overwrite;

    @Option(
            names = "--touch",
            description = {
                "Have the token tell its codes only to who touches it, where its model and firmware can, as security keys do.",
                "It wants to be touched twice to be proven."
            })
    private boolean touch;

    WriteOrder order() {
        return new WriteOrder(
                profile, new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step)), title, overwrite, touch);
    }
}
