package fobsmith.desk.stock;

import static java.util.Map.entry;

import fobsmith.desk.Messages;
import fobsmith.registry.AuditAction;
import fobsmith.registry.AuditRecord;
import java.util.Map;
import java.util.stream.Collectors;

/** A deed of the audit trail in words. */
final class EventWords {
    private static final Map<String, String> KEYS = Map.ofEntries(
                    entry(AuditAction.REPLACE_SEED, "stock.event.replace-seed"),
                    entry(AuditAction.RESERVE, "stock.event.reserve"),
                    entry(AuditAction.RELEASE, "stock.event.release"),
                    entry(AuditAction.REPORT_LOST, "stock.event.report-lost"),
                    entry(AuditAction.REPORT_FOUND, "stock.event.report-found"),
                    entry(AuditAction.RETIRE, "stock.event.retire"),
                    entry(AuditAction.FIND, "stock.event.find"),
                    entry(AuditAction.EXPORT_SEED, "stock.event.export-seed"),
                    entry(AuditAction.TAG_DEVICE, "stock.event.tag-device"),
                    entry(AuditAction.UNTAG_DEVICE, "stock.event.untag-device"),
                    entry(AuditAction.SEAL_CREDENTIAL, "stock.event.seal-credential"),
                    entry(AuditAction.CHANGE_CREDENTIAL, "stock.event.change-credential"),
                    entry(AuditAction.KEEP_CREDENTIAL, "stock.event.keep-credential"),
                    entry(AuditAction.USE_CREDENTIAL, "stock.event.use-credential"),
                    entry(AuditAction.ALLOW_TRIES, "stock.event.allow-tries"),
                    entry(AuditAction.SEAL_SEED, "stock.event.seal-seed"),
                    entry(AuditAction.WRITE_SEED, "stock.event.write-seed"),
                    entry(AuditAction.SET_CLOCK, "stock.event.set-clock"),
                    entry(AuditAction.PROVE, "stock.event.prove"),
                    entry(AuditAction.VOID_ATTEMPT, "stock.event.void-attempt"),
                    entry(AuditAction.SIGN_IN, "stock.event.sign-in"),
                    entry(AuditAction.ENABLE, "stock.event.enable"),
                    entry(AuditAction.RESYNC, "stock.event.resync"),
                    entry(AuditAction.CHECK, "stock.event.check"),
                    entry(AuditAction.REFUSE_CODE, "stock.event.refuse-code"),
                    entry(AuditAction.DEACTIVATE, "stock.event.deactivate"),
                    entry(AuditAction.UNLOCK, "stock.event.unlock"))
            .entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(known -> known.getKey().text(), Map.Entry::getValue));

    private EventWords() {}

    /** A deed that has no words here keeps its name of the trail. */
    static String of(AuditRecord deed, Messages messages) {
        var key = KEYS.get(deed.action());
        return key == null ? deed.action() : messages.text(key);
    }
}
