package fobsmith.cli.device;

import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import picocli.CommandLine.Parameters;

/** Whose device, which one, and two codes it shows one after the other. */
final class UserAndCodes {
    @Parameters(index = "0", paramLabel = "USER")
    private String user;

    @Parameters(index = "1", paramLabel = "SERIAL", description = "Serial number, or ARN of a virtual device.")
    private String serial;

    @Parameters(index = "2", paramLabel = "CODE1", description = "A code the device shows.")
    private String code1;

    @Parameters(index = "3", paramLabel = "CODE2", description = "The code it shows next.")
    private String code2;

    String user() {
        return user;
    }

    SerialNumber serial() {
        return SerialNumber.parse(serial);
    }

    CodePair codes() {
        return CodePair.parse(code1, code2);
    }
}
