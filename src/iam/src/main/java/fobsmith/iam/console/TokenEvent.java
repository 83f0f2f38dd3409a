package fobsmith.iam.console;

import fobsmith.registry.AuditRecord;
import fobsmith.registry.Registry;

/**
 * A record of the audit trail with the name of who did it.
 *
 * @param actor his name, or his id where the name was erased
 */
public record TokenEvent(AuditRecord deed, String actor) {
    static TokenEvent of(Registry registry, AuditRecord deed) {
        return new TokenEvent(deed, registry.names().find(deed.actor()).orElse(deed.actor()));
    }
}
