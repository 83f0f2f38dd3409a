package fobsmith.cli.token;

import fobsmith.registry.Page;
import fobsmith.registry.Registry;
import fobsmith.registry.Token;
import java.util.List;
import java.util.function.Function;

/** All pages of a listing, one after the other. */
public final class TokenViews {
    /** Rows asked for at a time. */
    public static final int PAGE = 1000;

    private TokenViews() {}

    /** The listing is asked for the page that follows a serial number; "" asks for the first. */
    public static List<TokenView> all(Registry registry, Function<String, Page<Token>> listing) {
        var tokens = Page.<Token>all(
                last -> listing.apply(last.map(token -> token.serial().value()).orElse("")));
        return tokens.stream().map(token -> TokenView.of(registry, token)).toList();
    }
}
