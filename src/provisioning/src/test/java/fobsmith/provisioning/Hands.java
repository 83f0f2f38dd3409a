package fobsmith.provisioning;

import fobsmith.devices.Instruction;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;

/** The hands and eyes of somebody at the bench, on a simulated Molto2. Waits for nothing: turns everybody's clock. */
final class Hands implements Operator {
    private final Molto2 twin;
    private final HandTurnedClock clock;
    private final StringBuilder said = new StringBuilder();

    boolean pressesWhenAsked = true;
    boolean isAway;
    int presses;
    /** What happens meanwhile. */
    Runnable beforeReading = () -> {};
    /** So many pairs are mistyped before one is right. */
    int misreads;

    Hands(Molto2 twin, HandTurnedClock clock) {
        this.twin = twin;
        this.clock = clock;
    }

    String said() {
        return said.toString();
    }

    @Override
    public void act(Instruction instruction) {
        presses++;
        if (pressesWhenAsked) {
            press();
        }
    }

    private void press() {
        try {
            twin.pressUpArrow();
        } catch (PowerLost _) {
            // The display goes dark under the finger; the station hears of it when it asks the token next.
        }
    }

    @Override
    public CodePair readCodes(SerialNumber serial, int slot, OtpProfile.Totp profile) {
        beforeReading.run();
        if (isAway) {
            throw new ProvisioningException.GivenUp("nobody is here");
        }
        var first = read(slot);
        clock.turn(profile.timeStep());
        var second = read(slot);
        if (misreads > 0) {
            misreads--;
            return CodePair.parse(second, first);
        }
        return CodePair.parse(first, second);
    }

    private String read(int slot) {
        return twin.press(slot).display();
    }

    @Override
    public void told(String progress) {
        said.append(progress).append('\n');
    }

    @Override
    public void codesWereWrong(int timesLeft) {
        said.append(timesLeft).append(" times left\n");
    }
}
