package fobsmith.firmware.nitrokey;

/** A command is answered with this status alone. */
final class Refusal extends RuntimeException {
    private final CommandStatus status;

    Refusal(CommandStatus status) {
        super(status.name());
        this.status = status;
    }

    CommandStatus status() {
        return status;
    }

    static void unless(boolean right, CommandStatus status) {
        if (!right) {
            throw new Refusal(status);
        }
    }
}
