package fobsmith.desk.lost;

import fobsmith.desk.controls.Choice;
import fobsmith.desk.device.Holdings;
import fobsmith.desk.device.PeopleAndFobs;
import fobsmith.desk.device.WhoController;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.TemporaryDevice;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import fobsmith.registry.User;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through Lost knows: whose device, which, and the temporary one that bridges the days. Its verbs block on the
 * registry and are called away from the screen's thread, one at a time. Closing it wipes the seed that is shown.
 */
final class LostModel implements WhoController.Asker, AutoCloseable {
    private final Console console;
    private final PeopleAndFobs search;
    private volatile Holdings holdings = Holdings.NOTHING;
    private volatile @Nullable Token lost;
    private volatile boolean seedRemains;
    private @Nullable TemporaryDevice temporary;
    private boolean closed;

    LostModel(Console console) {
        this.console = console;
        search = new PeopleAndFobs(console);
    }

    @Override
    public List<Choice> search(String typed) {
        return search.search(typed);
    }

    /** A person with all devices, or one fob. */
    @Override
    public List<Token> choose(Choice choice) {
        holdings = search.open(choice);
        return holdings.devices();
    }

    Holdings holdings() {
        return holdings;
    }

    /** Whether there is anything to lose: a lost one is found again, a destroyed one is nowhere. */
    static boolean canBeLost(Token token) {
        return switch (token.state()) {
            case IMPORTED, PROVEN, RESERVED, ENABLED, RETURNED -> true;
            case WRITING, LOST, RETIRED, VOID, UNASSIGNED -> false;
        };
    }

    /** A lost one is found again here. */
    @Override
    public boolean fits(Token token) {
        return canBeLost(token) || token.state() == TokenState.LOST;
    }

    @Override
    public String nothing() {
        return "lost.nothing";
    }

    @Override
    public String unfit() {
        return "lost.unfit";
    }

    /** Taken from its person at once. A fob is lost; of a virtual device, which is lost with its phone, nothing remains. */
    void report(Token token) {
        switch (token.serial()) {
            case SerialNumber.Hardware _ -> console.tokens().reportLost(token);
            case SerialNumber.VirtualArn device -> {
                console.devices().deactivate(requirePerson(), device);
                seedRemains = !deleted(device);
            }
        }
        lost = token;
    }

    /**
     * It is nobody's by now; where the operator may not delete it as well, that is a thing to say and no failure. A temporary
     * one is gone already.
     */
    private boolean deleted(SerialNumber.VirtualArn device) {
        try {
            console.virtualDevices().delete(device);
            return true;
        } catch (IamException e) {
            if (e.error() == IamError.ACCESS_DENIED) {
                return false;
            }
            throw e;
        } catch (RegistryRefusal.UnknownToken _) {
            return true;
        }
    }

    /** What was reported, as it stood before. */
    Token lost() {
        return Objects.requireNonNull(lost, "nothing has been reported lost");
    }

    /** Whether the seed of a lost virtual device is still in the registry, nobody's. */
    boolean seedRemains() {
        return seedRemains;
    }

    /** Whose device it was; nobody's for a fob of the drawer, or one that was only reserved. */
    Optional<User> bereft() {
        return lost().state() == TokenState.ENABLED ? Optional.ofNullable(holdings.person()) : Optional.empty();
    }

    /** A device for some hours, the person's at once. Of two askings at the same moment there is one device. */
    synchronized TemporaryDevice lend(Duration lifetime) {
        var made = temporary;
        if (made == null) {
            made = console.virtualDevices().createTemporary(requirePerson(), lifetime);
            temporary = made;
            if (closed) {
                made.close();
            }
        }
        return made;
    }

    synchronized TemporaryDevice temporary() {
        return Objects.requireNonNull(temporary, "no temporary device has been made");
    }

    private User requirePerson() {
        return Objects.requireNonNull(holdings.person(), "nobody has been chosen");
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (temporary != null) {
            temporary.close();
        }
    }
}
