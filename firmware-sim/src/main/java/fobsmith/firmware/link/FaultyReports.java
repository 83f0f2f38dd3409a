package fobsmith.firmware.link;

import fobsmith.firmware.usb.FeatureReports;
import fobsmith.firmware.usb.UsbSilence;
import java.util.Arrays;
import java.util.Optional;

/**
 * A token whose feature reports meet what goes wrong with its link. An exchange begins with a report of the host's; whatever
 * is read until the next one belongs to it, unless the token gets power anew. Called by one thread at a time.
 */
public final class FaultyReports implements FeatureReports {
    private static final int SURPLUS = 16;

    private final FeatureReports token;
    private final LinkFaults faults;
    private Optional<LinkFaults.Setting> struck = Optional.empty();
    private byte[] last = new byte[LENGTH];
    private byte[] before = last;

    public FaultyReports(FeatureReports token, LinkFaults faults) {
        this.token = token;
        this.faults = faults;
    }

    @Override
    public void powerOn() {
        struck = Optional.empty();
        token.powerOn();
    }

    @Override
    public void powerOff() {
        token.powerOff();
    }

    @Override
    public void set(byte[] report) {
        before = last;
        struck = faults.strike();
        if (struck.isPresent() && struck.get().fault() == LinkFault.RESET) {
            token.powerOff();
            token.powerOn();
        } else {
            token.set(report);
        }
    }

    @Override
    public byte[] get() {
        last = token.get();
        return struck.map(setting -> spoilt(last.clone(), setting)).orElseGet(last::clone);
    }

    private byte[] spoilt(byte[] answer, LinkFaults.Setting setting) {
        return switch (setting.fault()) {
            case GARBAGE -> LinkFault.turnedOver(answer);
            case SHORT -> Arrays.copyOf(answer, answer.length / 2);
            case OVERSIZED -> Arrays.copyOf(answer, answer.length + SURPLUS);
            case REPEATED -> before.clone();
            case SILENCE -> throw new UsbSilence("the answer never comes");
            case DELAY -> {
                LinkFaults.wait(setting.delay());
                yield answer;
            }
            case RESET -> answer;
        };
    }
}
