package fobsmith.desk.device;

import fobsmith.desk.controls.Choice;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.PersonsDevice;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.TokenFilter;
import fobsmith.registry.User;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds people by a part of the name and fobs by how their serial number begins, in one field: so a scanner works wherever one
 * may type a name. Blocks on the registry.
 */
public final class PeopleAndFobs {
    private static final int PEOPLE = 50;
    private static final int FOBS = 10;

    /** Fewer characters of a serial number are of half the drawer. */
    private static final int ENOUGH = 4;

    private final Console console;

    public PeopleAndFobs(Console console) {
        this.console = console;
    }

    /** Fobs only where the operator may look through them. */
    public List<Choice> search(String typed) {
        return Stream.concat(people(typed), fobs(typed.strip())).toList();
    }

    private Stream<Choice> people(String typed) {
        return people(console, typed).stream();
    }

    /** People whose name fits what was typed. */
    public static List<Choice> people(Console console, String typed) {
        return console.people().search(typed, PEOPLE).stream()
                .map(user -> Choice.person(user.name(), user.path()))
                .toList();
    }

    /** A person's devices; none where the operator may not look at them, who may still give or make one: the registry counts. */
    public static List<Token> devices(Console console, User person) {
        try {
            return console.people().devices(person).stream()
                    .map(PersonsDevice::token)
                    .toList();
        } catch (IamException e) {
            if (e.error() == IamError.ACCESS_DENIED) {
                return List.of();
            }
            throw e;
        }
    }

    private Stream<Choice> fobs(String typed) {
        if (typed.length() < ENOUGH || !console.allows(PolicyAction.LIST_TOKENS)) {
            return Stream.empty();
        }
        return console.tokens().page(TokenFilter.ALL.beginningWith(typed), "", FOBS).items().stream()
                .map(token -> Choice.inStock(token.serial().value(), token.manufacturer() + " " + token.model()));
    }

    /** What stands behind a choice of the search. */
    public Holdings open(Choice choice) {
        return choice.isPerson() ? of(console.people().get(choice.name())) : of(SerialNumber.parse(choice.name()));
    }

    private Holdings of(User person) {
        return new Holdings(
                person,
                console.people().devices(person).stream()
                        .map(PersonsDevice::token)
                        .toList());
    }

    private Holdings of(SerialNumber serial) {
        var detail = console.tokens().detail(serial);
        return new Holdings(detail.owner(), List.of(detail.token()));
    }
}
