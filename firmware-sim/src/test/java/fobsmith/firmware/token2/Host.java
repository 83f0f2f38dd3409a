package fobsmith.firmware.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** A computer that talks to a token in the order that its caller wants, right or wrong; its cryptography is the twin's. */
final class Host {
    private final Molto2 token;
    private byte[] key = CustomerKey.factory();

    Host(Molto2 token) {
        this.token = token;
    }

    static byte[] sm4Key(String customerKey) {
        return CustomerKey.sm4Key(customerKey.getBytes(US_ASCII));
    }

    void use(byte[] otherKey) {
        key = otherKey;
    }

    /** Command and answer in hexadecimal. */
    String send(String apdu) {
        return send(HexFormat.of().parseHex(apdu.replace(" ", "")));
    }

    private String send(byte[] apdu) {
        return HexFormat.of().formatHex(token.exchange(apdu));
    }

    String authenticate() {
        var challenge = Arrays.copyOf(token.exchange(HexFormat.of().parseHex("804b080000")), 8);
        return answer(Arrays.copyOf(challenge, 16));
    }

    String answer(byte[] challenge) {
        return send("80ce000010" + HexFormat.of().formatHex(Sm4.encrypt(key, challenge)));
    }

    String seed(int profile, String seed) {
        return encrypted(0xC5, 1, profile, Padding.add(seed.getBytes(US_ASCII)));
    }

    String title(int profile, String title) {
        return encrypted(0xD5, 0, profile, Padding.add(title.getBytes(US_ASCII)));
    }

    String customerKey(byte[] newKey) {
        var content = new byte[17];
        System.arraycopy(newKey, 0, content, 1, newKey.length);
        return encrypted(0xD7, 0, 0, Padding.add(content));
    }

    String config(int profile, long utc) {
        return config(profile, utc, "01", "01", "06", "1e");
    }

    String config(int profile, long utc, String timeout, String algorithm, String digits, String step) {
        return order(
                0xD4,
                1,
                profile,
                HexFormat.of()
                        .parseHex("81141f01%s0f04%08x86090a01%s0b01%s0d01%s"
                                .formatted(timeout, utc, algorithm, digits, step)));
    }

    String time(int profile, long utc) {
        return order(0xD4, 1, profile, HexFormat.of().parseHex("81060f04%08x".formatted(utc)));
    }

    String delete(int profile) {
        return send("80e600%02x00".formatted(profile));
    }

    String info() {
        return send("8041000000");
    }

    String block(int profile) {
        return send("804100%02x0170".formatted(profile));
    }

    /** What info says of the clock. */
    long utc() {
        var info = info();
        return Long.parseLong(info.substring(info.length() - 12, info.length() - 4), 16);
    }

    String encrypted(int instruction, int p1, int p2, byte[] clear) {
        return order(instruction, p1, p2, Sm4.encrypt(key, clear));
    }

    String order(int instruction, int p1, int p2, byte[] body) {
        var header = new byte[] {(byte) 0x80, (byte) instruction, (byte) p1, (byte) p2, (byte) body.length};
        var input = ByteBuffer.allocate(5 + body.length).put(header).put(body).array();
        header[0] = (byte) 0x84;
        header[4] = (byte) (body.length + Sm4.MAC);
        return send(ByteBuffer.allocate(9 + body.length)
                .put(header)
                .put(body)
                .put(Sm4.mac(key, input))
                .array());
    }
}
