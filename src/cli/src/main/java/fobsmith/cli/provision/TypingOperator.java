package fobsmith.cli.provision;

import fobsmith.devices.Instruction;
import fobsmith.oath.OtpProfile;
import fobsmith.provisioning.Operator;
import fobsmith.provisioning.ProvisioningException;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

/** Somebody at the terminal: questions go to the error output, answers come from what is typed. */
final class TypingOperator implements Operator {
    private final BufferedReader typed;
    private final PrintWriter screen;

    TypingOperator(BufferedReader typed, PrintWriter screen) {
        this.typed = typed;
        this.screen = screen;
    }

    @Override
    public void act(Instruction instruction) {
        ask("%s, then press Enter: ".formatted(instruction.text()));
    }

    @Override
    public CodePair readCodes(SerialNumber serial, int slot, OtpProfile.Totp profile) {
        while (true) {
            var first = ask("code that token %s shows for profile %d: ".formatted(serial, slot));
            var second = ask("the code it shows next, within %d s: "
                    .formatted(profile.timeStep().toSeconds()));
            try {
                return CodePair.parse(first, second);
            } catch (IllegalArgumentException e) {
                told(String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public void told(String progress) {
        screen.println(progress);
        screen.flush();
    }

    @Override
    public void codesWereWrong(int timesLeft) {
        told(
                timesLeft == 0
                        ? "these are not two codes of this token in a row"
                        : "these are not two codes of this token in a row; wait for new ones, %d more %s"
                                .formatted(timesLeft, timesLeft == 1 ? "time" : "times"));
    }

    private String ask(String question) {
        screen.print(question);
        screen.flush();
        try {
            var line = typed.readLine();
            if (line == null) {
                throw new ProvisioningException.GivenUp("nobody answers any more");
            }
            return line.strip();
        } catch (IOException e) {
            throw new ProvisioningException.GivenUp("what is typed cannot be read: " + e.getMessage());
        }
    }
}
