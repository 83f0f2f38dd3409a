package fobsmith.desk.hardware;

import fobsmith.desk.device.DeviceFailures;
import fobsmith.devices.Candidate;
import fobsmith.iam.IamException;
import fobsmith.iam.console.Console;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.time.Duration;
import java.util.Optional;

/** Says of a token in hand what can be done with it, before anybody types a code. Blocks. */
public final class Picking {
    private static final int DIGITS = 6;

    private final Console console;
    private final TokenChoices choices;

    public Picking(Console console, TokenChoices choices) {
        this.console = console;
        this.choices = choices;
    }

    /** By serial number, or by its place where it tells none. */
    public Pick pick(String name, User person) {
        return switch (choices.onCable(name).orElse(null)) {
            case Candidate.Unusable unusable -> refused("hardware.pick.unreadable", unusable.place());
            case Candidate.Usable usable -> plugged(usable.serial(), person);
            case null -> choices.known(name).map(token -> ofRow(token, person)).orElseGet(() -> unknown(name));
        };
    }

    /** Who may not look through the stock takes it in good faith: the registry will say. */
    private Pick unknown(String name) {
        return TokenChoices.hardware(name)
                .filter(_ -> !choices.mayList())
                .<Pick>map(Picking::ready)
                .orElseGet(() -> refused("hardware.pick.unknown", name));
    }

    private static Pick ready(SerialNumber serial) {
        return new Pick.Ready(serial);
    }

    private Pick plugged(String serial, User person) {
        if (!choices.mayList()) {
            return unknown(serial);
        }
        var row = choices.known(serial);
        return switch (row.map(Token::state).orElse(null)) {
            case null -> fresh(serial, false);
            case VOID, WRITING -> fresh(serial, false);
            case RETURNED -> fresh(serial, true);
            case IMPORTED, PROVEN, RESERVED, ENABLED, LOST, RETIRED, UNASSIGNED -> ofRow(row.orElseThrow(), person);
        };
    }

    private Pick fresh(String serial, boolean overwriting) {
        try {
            console.provisioner();
            return new Pick.Fresh(serial, overwriting);
        } catch (IamException _) {
            return refused("hardware.pick.not-allowed", serial);
        }
    }

    private Pick ofRow(Token token, User person) {
        var serial = token.serial().value();
        return switch (token.state()) {
            case IMPORTED, PROVEN, UNASSIGNED -> ofStock(token);
            case RESERVED ->
                isOf(token, person) ? ofStock(token) : refused("hardware.pick.reserved", serial, owner(token));
            case ENABLED ->
                isOf(token, person)
                        ? refused("hardware.pick.own", serial, choices.name(person))
                        : refused("hardware.pick.in-use", serial, owner(token));
            case RETURNED -> refused("hardware.pick.returned", serial);
            case LOST -> refused("hardware.pick.lost", serial);
            case RETIRED -> refused("hardware.pick.retired", serial);
            case WRITING -> refused("hardware.pick.writing", serial);
            case VOID -> refused("hardware.pick.void", serial);
        };
    }

    private static boolean isOf(Token token, User person) {
        return person.id().equals(token.ownerId());
    }

    private String owner(Token token) {
        var owner = console.tokens().detail(token.serial()).owner();
        return owner == null ? "?" : choices.name(owner);
    }

    private static Pick ofStock(Token token) {
        return unfit(token).<Pick>map(Pick.Refused::new).orElseGet(() -> ready(token.serial()));
    }

    /** What IAM does not take about its codes, if anything. */
    private static Optional<Said> unfit(Token token) {
        var serial = token.serial().value();
        return switch (token.profile()) {
            case OtpProfile.Hotp _ -> Optional.of(Said.of("hardware.pick.counts", serial));
            case OtpProfile.Totp totp
            when totp.digits() != DIGITS ->
                Optional.of(Said.of("hardware.pick.digits", serial, String.valueOf(totp.digits())));
            case OtpProfile.Totp totp
            when !totp.timeStep().equals(Duration.ofSeconds(30)) ->
                Optional.of(Said.of(
                        "hardware.pick.step",
                        serial,
                        String.valueOf(totp.timeStep().toSeconds())));
            case OtpProfile.Totp totp
            when totp.algorithm() != HmacAlgorithm.SHA1 ->
                Optional.of(Said.of(
                        "hardware.pick.algorithm", serial, totp.algorithm().name()));
            case OtpProfile.Totp _ -> Optional.empty();
        };
    }

    /** Why this token did not become the person's, as it turns out; empty where the refusal says it better. */
    public Optional<Said> whyNot(SerialNumber serial, User person, RuntimeException refusal) {
        if (!choices.mayList()) {
            return Optional.of(refusal)
                    .filter(DeviceFailures::isUnknown)
                    .map(_ -> Said.of("hardware.pick.not-to-be-had", serial.value()));
        }
        return pick(serial.value(), person) instanceof Pick.Refused(var why) ? Optional.of(why) : Optional.empty();
    }

    private static Pick refused(String key, String... values) {
        return new Pick.Refused(Said.of(key, values));
    }
}
