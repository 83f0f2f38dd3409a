package fobsmith.firmware.usb;

import java.util.Optional;

/** abProtocolDataStructure, T=0 and T=1: CCID 1.10 section 6.2.3. */
final class ProtocolParameters {
    private static final byte[] T0 = {0x11, 0x00, 0x00, 0x0a, 0x00};
    private static final byte[] T1 = {0x11, 0x10, 0x00, 0x4d, 0x00, (byte) 0xfe, 0x00};

    private final int protocol;
    private final byte[] structure;

    private ProtocolParameters(int protocol, byte[] structure) {
        this.protocol = protocol;
        this.structure = structure.clone();
    }

    /** Those of the first protocol that a card offers: ISO/IEC 7816-3 section 8.2.3. */
    static ProtocolParameters offeredBy(byte[] atr) {
        return firstProtocol(atr) == 1 ? new ProtocolParameters(1, T1) : new ProtocolParameters(0, T0);
    }

    /** The lower half of TD1, which comes after TA1, TB1 and TC1, each only where a bit of T0 says so; else T=0. */
    private static int firstProtocol(byte[] atr) {
        int td1 = atr.length < 2 ? 0 : 2 + Integer.bitCount(atr[1] & 0x70);
        boolean given = td1 > 0 && (atr[1] & 0x80) != 0 && td1 < atr.length;
        return given ? atr[td1] & 0x0f : 0;
    }

    /** Those that a host sets, where their length is that of the protocol's structure. */
    static Optional<ProtocolParameters> set(int protocol, byte[] structure) {
        int length = protocol == 0 ? T0.length : T1.length;
        return structure.length == length ? Optional.of(new ProtocolParameters(protocol, structure)) : Optional.empty();
    }

    int protocol() {
        return protocol;
    }

    byte[] structure() {
        return structure.clone();
    }
}
