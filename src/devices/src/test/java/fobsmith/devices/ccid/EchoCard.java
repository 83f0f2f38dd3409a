package fobsmith.devices.ccid;

import fobsmith.firmware.usb.SmartCard;
import java.util.Arrays;

/** A card that answers each command with the command itself and 9000. */
final class EchoCard implements SmartCard {
    private boolean powered;
    private int commands;

    @Override
    public byte[] atr() {
        return new byte[] {0x3b, (byte) 0x80, (byte) 0x80, 0x01, 0x01};
    }

    @Override
    public synchronized void powerOn() {
        powered = true;
    }

    @Override
    public synchronized void powerOff() {
        powered = false;
    }

    @Override
    public synchronized byte[] exchange(byte[] command) {
        commands++;
        return answerTo(command);
    }

    static byte[] answerTo(byte[] command) {
        var answer = Arrays.copyOf(command, command.length + 2);
        answer[command.length] = (byte) 0x90;
        return answer;
    }

    synchronized boolean isPowered() {
        return powered;
    }

    synchronized int commands() {
        return commands;
    }
}
