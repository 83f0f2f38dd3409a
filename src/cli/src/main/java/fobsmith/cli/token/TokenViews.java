package fobsmith.cli.token;

import fobsmith.registry.Page;
import fobsmith.registry.Registry;
import fobsmith.registry.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All pages of a listing, one after the other. */
public final class TokenViews {
    /** Rows asked for at a time. */
    public static final int PAGE = 1000;

    private TokenViews() {}

    /** The listing is asked for the page that follows a serial number; "" asks for the first. */
    public static List<TokenView> all(Registry registry, Function<String, Page<Token>> listing) {
        var views = new ArrayList<TokenView>();
        var last = "";
        Page<Token> page;
        do {
            page = listing.apply(last);
            for (var token : page.items()) {
                views.add(TokenView.of(registry, token));
                last = token.serial().value();
            }
        } while (page.truncated());
        return views;
    }
}
