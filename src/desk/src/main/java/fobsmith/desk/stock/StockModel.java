package fobsmith.desk.stock;

import fobsmith.desk.controls.Choice;
import fobsmith.desk.device.PeopleAndFobs;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.TokenDetail;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.Inventory;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.TokenFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through Stock knows: what is looked for, which token is open, what was just done to it. Its verbs block on the
 * registry and are called away from the screen's thread.
 */
final class StockModel {

    private final Console console;
    private volatile TokenFilter filter = TokenFilter.ALL;
    private volatile @Nullable Token open;
    private volatile @Nullable News news;

    StockModel(Console console) {
        this.console = console;
    }

    TokenFilter filter() {
        return filter;
    }

    void lookFor(TokenFilter wanted) {
        filter = wanted;
    }

    /** How many there are of what is looked for, and where the pages begin. */
    StockView look(TokenFilter wanted) {
        var anyState = new TokenFilter(null, wanted.manufacturer(), wanted.model(), wanted.prefix(), wanted.ownerId());
        return new StockView(
                wanted,
                console.tokens().countByState(anyState),
                console.tokens().marks(wanted, TokenPages.ROWS));
    }

    /** The tokens of a page, by its number from 0. */
    List<Token> page(StockView view, int number) {
        if (number > view.marks().size()) {
            return List.of();
        }
        var after = number == 0 ? "" : view.marks().get(number - 1);
        return console.tokens().page(view.filter(), after, TokenPages.ROWS).items();
    }

    List<Inventory.Product> products() {
        return console.tokens().products();
    }

    /** The one that has this serial number, or the only one whose number begins so among what is looked for. */
    Optional<Token> only(String typed, TokenFilter wanted) {
        var exact = first(TokenFilter.ALL.beginningWith(typed))
                .filter(token -> token.serial().value().equalsIgnoreCase(typed));
        if (exact.isPresent()) {
            return exact;
        }
        var few = console.tokens().page(wanted.beginningWith(typed), "", 1);
        return few.truncated() ? Optional.empty() : few.items().stream().findFirst();
    }

    private Optional<Token> first(TokenFilter wanted) {
        return console.tokens().page(wanted, "", 1).items().stream().findFirst();
    }

    void open(Token token) {
        open = token;
        news = null;
    }

    /** The token that is open, as it was when it was opened or last seen. */
    Token opened() {
        var token = open;
        if (token == null) {
            throw new IllegalStateException("no token has been opened");
        }
        return token;
    }

    SerialNumber serial() {
        return opened().serial();
    }

    /** Everything about the token that is open, as of now. */
    TokenDetail detail() {
        var detail = console.tokens().detail(serial());
        open = detail.token();
        return detail;
    }

    /** People whose name fits what was typed. */
    List<Choice> people(String typed) {
        return PeopleAndFobs.people(console, typed);
    }

    void reserve(String person) {
        console.tokens().reserve(serial(), console.people().get(person));
        news = new News(News.What.RESERVED, person);
    }

    /** From whomever it is reserved for. */
    void release(TokenDetail seen) {
        var owner = seen.owner();
        if (owner != null) {
            console.tokens().release(serial(), owner);
            news = new News(News.What.RELEASED, owner.name());
        }
    }

    void reportLost() {
        console.tokens().reportLost(opened());
        news = new News(News.What.LOST, "");
    }

    void reportFound() {
        console.tokens().reportFound(serial());
        news = new News(News.What.FOUND, "");
    }

    void retire() {
        console.tokens().retire(serial());
        news = new News(News.What.RETIRED, "");
    }

    /** Two codes of it, in hand. */
    CodeOutcome check(CodePair codes) {
        var outcome = console.tokens().check(serial(), codes);
        if (outcome instanceof CodeOutcome.Accepted) {
            news = new News(News.What.CHECKED, "");
        }
        return outcome;
    }

    /** What was done last, told once. */
    Optional<News> takeNews() {
        var taken = Optional.ofNullable(news);
        news = null;
        return taken;
    }
}
