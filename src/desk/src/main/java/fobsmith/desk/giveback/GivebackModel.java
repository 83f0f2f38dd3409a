package fobsmith.desk.giveback;

import fobsmith.desk.controls.Choice;
import fobsmith.desk.device.Holdings;
import fobsmith.desk.device.PeopleAndFobs;
import fobsmith.desk.device.WhoController;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through Return knows: whose fob, which, and how it stands by now. Its verbs block on the registry and are called
 * away from the screen's thread, one at a time.
 */
public final class GivebackModel implements WhoController.Asker {
    private final Console console;
    private final PeopleAndFobs search;
    private volatile Holdings holdings = Holdings.NOTHING;
    private volatile @Nullable Token fob;

    public GivebackModel(Console console) {
        this.console = console;
        search = new PeopleAndFobs(console);
    }

    @Override
    public List<Choice> search(String typed) {
        return search.search(typed);
    }

    /** A person with his fobs, or one fob. Virtual devices are not among them: there is nothing to hand over. */
    @Override
    public List<Token> choose(Choice choice) {
        var found = search.open(choice);
        holdings = new Holdings(
                found.person(),
                found.devices().stream().filter(GivebackModel::isFob).toList());
        return holdings.devices();
    }

    /** The fob is known already, and whose it is. */
    public void choose(Token token, @Nullable User owner) {
        holdings = new Holdings(owner, List.of(token));
    }

    private static boolean isFob(Token token) {
        return switch (token.serial()) {
            case SerialNumber.Hardware _ -> true;
            case SerialNumber.VirtualArn _ -> false;
        };
    }

    /** Whether it is somewhere else than in the drawer, as far as the registry knows, or came back unchecked. */
    public static boolean canComeBack(Token token) {
        return switch (token.state()) {
            case ENABLED, LOST, RETURNED -> isFob(token);
            case IMPORTED, WRITING, PROVEN, RESERVED, RETIRED, VOID, UNASSIGNED -> false;
        };
    }

    @Override
    public boolean fits(Token token) {
        return canComeBack(token);
    }

    @Override
    public String nothing() {
        return "return.nothing";
    }

    @Override
    public String unfit() {
        return "return.unfit";
    }

    /** From now on it is nobody's, and to be checked. */
    public void takeBack(Token token) {
        switch (token.state()) {
            case ENABLED -> console.devices().deactivate(Objects.requireNonNull(holdings.person()), token.serial());
            case LOST -> console.tokens().reportFound(token.serial());
            case RETURNED -> {}
            case IMPORTED, WRITING, PROVEN, RESERVED, RETIRED, VOID, UNASSIGNED ->
                throw new IllegalStateException("token %s is %s".formatted(token.serial(), token.state()));
        }
        fob = token;
    }

    /** Right codes make it stock again. */
    CodeOutcome check(TypedPair typed) {
        var outcome = console.tokens().check(fob().serial(), typed.codes());
        if (outcome instanceof CodeOutcome.Accepted accepted) {
            fob = accepted.token();
        }
        return outcome;
    }

    /** What was taken back. */
    Token fob() {
        return Objects.requireNonNull(fob, "no fob has been taken back");
    }

    Holdings holdings() {
        return holdings;
    }
}
