package fobsmith.firmware.usb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where a device has its smart card reader, and beside what: USB 2.0 section 9.6, CCID 1.10 section 5.1. */
public enum ReaderLayout {
    /** Interface 0, with an interrupt endpoint; messages hold a short APDU. */
    ALONE(0, 0x01, ReaderDescriptors.LONGEST_MESSAGE),
    /**
     * Interface 2 of a CanoKey, behind HID for FIDO and a vendor's interface for WebUSB, without an interrupt endpoint, after
     * canokeys/canokey-core: 127 bytes, messages of 1,352. What FIDO is told is refused. Assumed: the endpoints of FIDO.
     */
    BEHIND_FIDO_AND_WEBUSB(2, 0x02, 0x0548);

    static final int FIDO_OUT = 0x01;
    static final int FIDO_IN = 0x81;

    private final int reader;
    private final int bulkOut;
    private final int longestMessage;

    ReaderLayout(int reader, int bulkOut, int longestMessage) {
        this.reader = reader;
        this.bulkOut = bulkOut;
        this.longestMessage = longestMessage;
    }

    /** Where messages go. Answers come from {@link CcidReader#BULK_IN}. */
    public int bulkOut() {
        return bulkOut;
    }

    /** dwMaxCCIDMessageLength. */
    int longestMessage() {
        return longestMessage;
    }

    /** Of each interface, in the order of their numbers. */
    List<Set<Integer>> endpoints() {
        return switch (this) {
            case ALONE -> List.of(CcidReader.ENDPOINTS);
            case BEHIND_FIDO_AND_WEBUSB ->
                List.of(Set.of(FIDO_OUT, FIDO_IN), Set.of(), Set.of(bulkOut, CcidReader.BULK_IN));
        };
    }

    byte[] configuration(ExchangeLevel level) {
        return switch (this) {
            case ALONE -> ReaderDescriptors.configuration(level);
            case BEHIND_FIDO_AND_WEBUSB -> CanoKeyDescriptors.configuration(longestMessage);
        };
    }

    /** What each interface is asked for; those before the reader are not simulated. */
    List<ClassRequests> requests(ClassRequests ofReader) {
        var all = new ArrayList<ClassRequests>();
        for (int number = 0; number < reader; number++) {
            all.add((setup, _) -> {
                throw setup.refused();
            });
        }
        all.add(ofReader);
        return all;
    }
}
