package fobsmith.iam.console;

import fobsmith.iam.Authority;
import fobsmith.iam.Resource;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.oath.Finding;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.Inventory;
import fobsmith.registry.Page;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.Reservation;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.TokenFilter;
import fobsmith.registry.TokenState;
import fobsmith.registry.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tokens as things on a shelf or in a pocket. Looking asks for {@code fobsmith:ListTokens}. Thread-safe. */
public final class Tokens {
    /** The desk asks for none. */
    private static final String REASON = "at the desk";

    private final DeskSession session;

    Tokens(DeskSession session) {
        this.session = session;
    }

    /** By serial number, hardware or virtual. */
    public Optional<Token> find(SerialNumber serial) {
        return listing(() -> session.registry().tokens().find(serial));
    }

    /** Hardware, ordered by serial number, after the given one; empty for the first page. */
    public Page<Token> page(TokenFilter filter, String afterSerial, int limit) {
        return listing(() -> session.registry().inventory().page(filter, afterSerial, limit));
    }

    /** After which serial numbers pages of so many begin, but for the first one. */
    public List<String> marks(TokenFilter filter, int every) {
        return listing(() -> session.registry().inventory().marks(filter, every));
    }

    public long count(TokenFilter filter) {
        return listing(() -> session.registry().inventory().count(filter));
    }

    /** How many there are in each state; states of which there is none are left out. */
    public Map<TokenState, Long> countByState(TokenFilter filter) {
        return listing(() -> session.registry().inventory().countByState(filter));
    }

    /** What there is, by manufacturer and model. */
    public List<Inventory.Product> products() {
        return listing(() -> session.registry().inventory().products());
    }

    /** Everything about one token. */
    public TokenDetail detail(SerialNumber serial) {
        return listing(() ->
                TokenDetail.of(session.registry(), session.registry().tokens().get(serial)));
    }

    private <T> T listing(Supplier<T> look) {
        return session.run(authority -> {
            authority.authorizer().require(PolicyAction.LIST_TOKENS, Resource.NOTHING);
            return look.get();
        });
    }

    /** Two codes of a token in hand; a returned one is proven by it. Asks for {@code fobsmith:CheckToken}. */
    public CodeOutcome check(SerialNumber serial, CodePair codes) {
        return asking(
                PolicyAction.CHECK_TOKEN,
                authority -> session.registry().typedCodes().check(authority.actor(), serial, codes));
    }

    /**
     * Why codes were refused, of a token in hand; takes some tenths of a second. Asked once about the codes that were refused last
     * it costs nothing; else it counts as a wrong code, and finds nothing while the token pauses. Asks for {@code
     * fobsmith:CheckToken}.
     */
    public Finding explain(SerialNumber serial, CodePair codes) {
        return asking(
                PolicyAction.CHECK_TOKEN,
                authority -> session.registry().typedCodes().explain(authority.actor(), serial, codes));
    }

    /**
     * A fob is gone; whoever has it as a device has it no more. Refused where it has changed hands since the operator saw it.
     * Asks for {@code fobsmith:ReportLost}, and where it is somebody's device for {@code iam:DeactivateMFADevice}, of root for
     * {@code fobsmith:ManageRoot}.
     */
    public void reportLost(Token seen) {
        asking(PolicyAction.REPORT_LOST, authority -> {
            owner(seen)
                    .ifPresentOrElse(
                            user -> lose(authority, seen, user),
                            () -> session.registry().shelf().lose(authority.actor(), seen, REASON));
            return seen;
        });
    }

    /** Whose device it is; what is only reserved is nobody's yet. */
    private Optional<User> owner(Token token) {
        return token.state() == TokenState.ENABLED
                ? session.registry().users().findById(String.valueOf(token.ownerId()))
                : Optional.empty();
    }

    private void lose(Authority authority, Token seen, User user) {
        var owner = session.user(authority, "DeactivateMFADevice", user);
        authority.mfaFirst().require(owner);
        var voucher = authority.mfaFirst().voucher(owner);
        session.registry().shelf().lose(authority.actor(), seen, owner, voucher, REASON);
    }

    /** A lost fob is back: it is returned, and to be checked. Asks for {@code fobsmith:ReportLost}. */
    public void reportFound(SerialNumber serial) {
        asking(PolicyAction.REPORT_LOST, authority -> {
            session.registry().shelf().recover(authority.actor(), serial);
            return serial;
        });
    }

    /** Destroys a token's seed for good. Asks for {@code fobsmith:RetireToken}. */
    public void retire(SerialNumber serial) {
        asking(PolicyAction.RETIRE_TOKEN, authority -> {
            session.registry().shelf().retire(authority.actor(), serial, REASON);
            return serial;
        });
    }

    /** Sets free stock aside for a user. Asks for {@code fobsmith:ReserveToken} on him. */
    public void reserve(SerialNumber serial, User user) {
        session.run(authority -> {
            var owner = session.user(authority, PolicyAction.RESERVE_TOKEN, user);
            session.registry().shelf().reserve(authority.actor(), new Reservation(serial, owner));
            return serial;
        });
    }

    /** Makes a reserved token free stock again. Asks for {@code fobsmith:ReserveToken} on whom it is reserved for. */
    public void release(SerialNumber serial, User user) {
        session.run(authority -> {
            var owner = session.user(authority, PolicyAction.RESERVE_TOKEN, user);
            var reserved = session.registry()
                    .tokens()
                    .find(serial)
                    .filter(token -> owner.id().equals(token.ownerId()))
                    .orElseThrow(() -> new RegistryRefusal.UnknownToken(serial.value()));
            session.registry().shelf().release(authority.actor(), reserved);
            return reserved;
        });
    }

    private <T> T asking(PolicyAction action, Function<Authority, T> deed) {
        return session.run(authority -> {
            authority.authorizer().require(action, Resource.NOTHING);
            return deed.apply(authority);
        });
    }
}
