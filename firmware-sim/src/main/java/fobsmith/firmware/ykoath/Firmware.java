package fobsmith.firmware.ykoath;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One run of a token's firmware, from when it started on its flash until power fails: which applet gets which command. */
final class Firmware {
    private static final int SELECT = 0xA4;
    private static final int BY_NAME = 0x04;

    private final OathApplet oath;
    private final List<Applet> applets;
    private final Chain chain = new Chain();
    private final boolean chains;
    private @Nullable Applet selected;

    private Firmware(YubiKeyDescription description, Memory memory, RandomGenerator random, Finger finger) {
        this.oath = new OathApplet(description, memory, random, finger);
        this.applets = applets(description);
        this.chains = !description.has(Quirk.NO_COMMAND_CHAINING);
    }

    /**
     * Makes fresh flash that of the token; leaves alone what was in use before.
     *
     * @throws RefusedException where the flash is another token's
     */
    static Firmware start(YubiKeyDescription description, Flash flash, RandomGenerator random, Finger finger) {
        var memory = Memory.open(flash);
        var owner = memory.serial();
        if (owner.isEmpty()) {
            memory.keepSerial(description.serial());
        } else if (!owner.get().equals(description.serial())) {
            throw new RefusedException("the flash image is that of token %s, not of token %s"
                    .formatted(owner.get(), description.serial()));
        }
        return new Firmware(description, memory, random, finger);
    }

    private List<Applet> applets(YubiKeyDescription description) {
        var there = new ArrayList<Applet>();
        there.add(oath);
        if (!description.has(Quirk.NO_MANAGEMENT)) {
            there.add(new ManagementApplet(description));
        }
        if (description.has(Quirk.SERIAL_BY_OTP_APPLET)) {
            there.add(new OtpApplet(description));
        }
        if (description.has(Quirk.ADMIN_APPLET)) {
            there.add(new AdminApplet(description));
        }
        if (description.has(Quirk.SOLO_ADMIN_APPLET)) {
            there.add(new SoloAdminApplet(description));
        }
        return List.copyOf(there);
    }

    OathApplet oath() {
        return oath;
    }

    /** The reader has taken the card's power, or reset it. */
    void reset() {
        chain.forget();
        selected = null;
        applets.forEach(Applet::forget);
    }

    byte[] answer(byte[] apdu) {
        try {
            var piece = Command.parse(apdu);
            Refusal.unless(piece.type() == 0, Refusal.UNKNOWN_CLASS);
            Refusal.unless(!piece.isToBeContinued() || chains, Refusal.NO_CHAINING);
            return chain.admit(piece).map(this::answer).orElseGet(Response::done);
        } catch (Refusal e) {
            return Response.of(new byte[0], e.word());
        }
    }

    private byte[] answer(Command command) {
        try (command) {
            return command.instruction() == SELECT && command.p1() == BY_NAME ? select(command) : toSelected(command);
        }
    }

    /** An applet that is not there leaves selected what is. */
    private byte[] select(Command command) {
        var called = applets.stream()
                .filter(applet -> applet.isCalled(command.data()))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.NOT_FOUND));
        Optional.ofNullable(selected).ifPresent(Applet::leave);
        selected = called;
        return Response.done(called.select());
    }

    private byte[] toSelected(Command command) {
        return Optional.ofNullable(selected)
                .orElseThrow(() -> new Refusal(Refusal.UNKNOWN_INSTRUCTION))
                .answer(command);
    }
}
