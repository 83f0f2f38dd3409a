package fobsmith.iam.policy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits, as in CIDR notation (RFC 4632, RFC 4291). An address without a prefix length is a
 * range of one. An IPv4 address written within IPv6 ({@code ::ffff:203.0.113.7}) is the IPv4 address.
 */
record AddressRange(InetAddress network, int prefix) {
    private static final Pattern V4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    /** Without a zone: looking at one would ask the machine for its interfaces. */
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

    static Optional<AddressRange> find(String text) {
        int slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash));
        var prefix = slash < 0 ? "" : text.substring(slash + 1);
        return slash < 0 || PREFIX.matcher(prefix).matches()
                ? address.flatMap(network -> range(network, prefix))
                : Optional.empty();
    }

    private static Optional<AddressRange> range(InetAddress network, String prefix) {
        int bits = network.getAddress().length * Byte.SIZE;
        int length = prefix.isEmpty() ? bits : Integer.parseInt(prefix);
        return length <= bits ? Optional.of(new AddressRange(network, length)) : Optional.empty();
    }

    /** Never asks a name service. */
    static Optional<InetAddress> address(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] wanted = network.getAddress();
        byte[] found = address.getAddress();
        if (wanted.length != found.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((wanted[bit / Byte.SIZE] ^ found[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
