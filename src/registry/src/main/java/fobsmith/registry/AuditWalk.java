package fobsmith.registry;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One walk along a chain of audit records, from the first. */
final class AuditWalk {
    private final AuditMac key;
    private final Map<Long, Set<String>> anchors = new HashMap<>();
    private final long newestAnchor;
    private long seq;
    private byte[] mac = AuditMac.beforeTheFirst();
    private String fault = "";

    /** Compares with heads that were kept outside, too. */
    AuditWalk(AuditMac key, List<AuditHead> heads) {
        this.key = key;
        // Who anchors again after a roll-back leaves two of a number: what the older has seen still counts.
        heads.forEach(head ->
                anchors.computeIfAbsent(head.seq(), _ -> new HashSet<>()).add(head.mac()));
        newestAnchor = heads.stream().mapToLong(AuditHead::seq).max().orElse(0);
    }

    /** False from the first record on that does not hold. */
    boolean step(AuditRecord deed, byte[] found) {
        if (!fault.isEmpty()) {
            return false;
        }
        if (deed.seq() != seq + 1) {
            fault = "record %d is missing".formatted(seq + 1);
        } else if (!MessageDigest.isEqual(found, key.of(mac, deed))) {
            fault = "record %d was changed or moved".formatted(deed.seq());
        } else if (!anchors.getOrDefault(deed.seq(), Set.of()).stream().allMatch(hex(found)::equalsIgnoreCase)) {
            fault = "record %d is not the one an anchor has seen: the registry was rolled back".formatted(deed.seq());
        } else {
            seq = deed.seq();
            mac = found;
        }
        return fault.isEmpty();
    }

    AuditReport report() {
        if (fault.isEmpty() && seq < newestAnchor) {
            fault = "records %d to %d are missing at the end".formatted(seq + 1, newestAnchor);
        }
        return fault.isEmpty()
                ? new AuditReport.Intact(seq, hex(mac), newestAnchor > 0)
                : new AuditReport.Broken(seq + 1, fault);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
