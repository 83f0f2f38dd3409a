package fobsmith.iam.console;

import fobsmith.registry.DriftLesson;
import fobsmith.registry.Registry;
import fobsmith.registry.Tag;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the desk shows of one token.
 *
 * @param owner whose it is or is reserved for
 * @param lessons what codes have taught about its clock, newest first
 * @param window which codes a sign-in would take just now; null unless it is enabled
 * @param events the newest records about it, newest first
 */
public record TokenDetail(
        Token token,
        @Nullable User owner,
        List<Tag> tags,
        List<DriftLesson> lessons,
        @Nullable SignInWindow window,
        List<TokenEvent> events) {
    private static final int EVENTS = 200;

    public TokenDetail {
        tags = List.copyOf(tags);
        lessons = List.copyOf(lessons);
        events = List.copyOf(events);
    }

    static TokenDetail of(Registry registry, Token token) {
        return new TokenDetail(
                token,
                registry.users().findById(String.valueOf(token.ownerId())).orElse(null),
                registry.tags().of(token),
                registry.tokens().lessons(token),
                SignInWindow.of(token, registry.now()),
                registry.audit().about(token, EVENTS).stream()
                        .map(deed -> TokenEvent.of(registry, deed))
                        .toList());
    }
}
