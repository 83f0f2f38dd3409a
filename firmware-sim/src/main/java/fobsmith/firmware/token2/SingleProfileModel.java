package fobsmith.firmware.token2;

import java.util.Arrays;
import java.util.Comparator;

/** Which single-profile token it is, which its serial number begins with: token2/keyroost, the vendor's table. */
enum SingleProfileModel {
    OTPC_P1("8659612", "OTPC-P1-i"),
    OTPC_P2("8659622", "OTPC-P2-i"),
    OTPC_P2_NB("8659621", "OTPC-P2-i-NB"),
    MINI_2("8659600", "miniOTP-2-i"),
    MINI_3("8659601", "miniOTP-3-i"),
    MINI_3_NB("8659609", "miniOTP-3-i-NB"),
    C301("8659610", "C301-i"),
    C302("8659632", "C302-i"),
    /** Of none of the known prefixes. */
    OTHER("", "single-profile token");

    private final String prefix;
    private final String fullName;

    SingleProfileModel(String prefix, String fullName) {
        this.prefix = prefix;
        this.fullName = "Token2 " + fullName;
    }

    /** By the longest prefix. */
    static SingleProfileModel of(String serial) {
        return Arrays.stream(values())
                .filter(model -> serial.startsWith(model.prefix))
                .max(Comparator.comparingInt(model -> model.prefix.length()))
                .orElse(OTHER);
    }

    String fullName() {
        return fullName;
    }
}
