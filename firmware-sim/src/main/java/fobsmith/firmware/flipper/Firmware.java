package fobsmith.firmware.flipper;

/** What runs on a Flipper from one start to the next. */
final class Firmware {
    private final Application application;
    private final Shell shell;
    private final Face face;

    Firmware(FlipperDescription description, Memory memory, Rtc rtc) {
        application = new Application(memory, rtc, description.capacity());
        shell = new Shell(new Commands(application, new SystemCommands(description)));
        face = new Face(description.uid(), application);
    }

    Application application() {
        return application;
    }

    Shell shell() {
        return shell;
    }

    Face face() {
        return face;
    }
}
