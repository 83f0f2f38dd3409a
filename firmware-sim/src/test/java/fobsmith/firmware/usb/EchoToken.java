package fobsmith.firmware.usb;

import java.util.ArrayList;
import java.util.List;

/** A token of few words: it answers a report with its complement. A report that begins with 30 cuts the power. */
public final class EchoToken implements FeatureReports {
    private final List<String> events = new ArrayList<>();
    private byte[] answer = new byte[LENGTH];

    /** What was done to it: on, off, and the first byte of each report. */
    public List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public void powerOn() {
        events.add("on");
        answer = new byte[LENGTH];
    }

    @Override
    public void powerOff() {
        events.add("off");
    }

    @Override
    public void set(byte[] report) {
        events.add("%02x".formatted(report[0]));
        if (report[0] == 0x30) {
            throw new PowerLost("the test cut the power");
        }
        answer = report.clone();
        for (int i = 0; i < LENGTH; i++) {
            answer[i] ^= (byte) 0xff;
        }
    }

    @Override
    public byte[] get() {
        return answer.clone();
    }
}
