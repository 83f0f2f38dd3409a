package fobsmith.iam.console;

import fobsmith.iam.Resource;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.registry.CodePair;
import fobsmith.registry.FindOutcome;
import fobsmith.registry.SearchProgress;

/** A token without a label lies on the desk: whose is it? Thread-safe. */
public final class Whose {
    private final DeskSession session;

    Whose(DeskSession session) {
        this.session = session;
    }

    /**
     * Looks two codes up among all tokens; seconds for a hundred thousand. The codes are consumed when they are found, and
     * searches that find nothing slow down the next. Asks for {@code fobsmith:FindToken}.
     */
    public FindOutcome find(CodePair codes, SearchProgress progress) {
        return session.run(authority -> {
            authority.authorizer().require(PolicyAction.FIND_TOKEN, Resource.NOTHING);
            return session.registry().finder().find(authority.actor(), codes, progress);
        });
    }
}
