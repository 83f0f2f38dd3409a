package fobsmith.firmware.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A computer that wants something of a token, in the order that its caller likes; its checksums are the twin's. */
final class Host {
    static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    private static final int ANSWER_AT = 7;

    private final NitrokeyPro token;
    private String temporaryAdmin = "admin";
    private String temporaryUser = "user";

    Host(NitrokeyPro token) {
        this.token = token;
    }

    /** Fields of a report, one after the other. */
    static final class Payload {
        private final ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);

        Payload(int command) {
            bytes.put((byte) command);
        }

        Payload text(String text, int length) {
            return bytes(text.getBytes(US_ASCII), length);
        }

        Payload bytes(byte[] value, int length) {
            bytes.put(Arrays.copyOf(value, length));
            return this;
        }

        Payload at(int value) {
            bytes.put((byte) value);
            return this;
        }

        Payload int32(int value) {
            bytes.putInt(value);
            return this;
        }

        Payload int64(long value) {
            bytes.putLong(value);
            return this;
        }

        byte[] report() {
            return bytes.putInt(60, StmCrc.of(bytes.array(), 60)).array();
        }
    }

    /** The status, and the answer stays to be read. */
    int send(Payload payload) {
        token.set(payload.report());
        return token.get()[6];
    }

    byte[] answer() {
        var report = token.get();
        return Arrays.copyOfRange(report, ANSWER_AT, 60);
    }

    int number() {
        return ByteBuffer.wrap(answer()).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    int authenticate(String pin, String temporary) {
        temporaryAdmin = temporary;
        return send(new Payload(0x07).text(pin, 25).text(temporary, 25));
    }

    int authenticate() {
        return authenticate("12345678", "admin");
    }

    int authenticateUser(String pin, String temporary) {
        temporaryUser = temporary;
        return send(new Payload(0x0e).text(pin, 25).text(temporary, 25));
    }

    /** Use another temporary password than was set. */
    void pretend(String admin, String user) {
        temporaryAdmin = admin;
        temporaryUser = user;
    }

    int sendName(String name) {
        return send(new Payload(0x17).text(temporaryAdmin, 25).at('N').at(0).text(name, 30));
    }

    int sendSecret(int part, byte[] secret) {
        return send(new Payload(0x17).text(temporaryAdmin, 25).at('S').at(part).bytes(secret, 30));
    }

    int write(int slot, long factor, int configuration) {
        return send(new Payload(0x01)
                .text(temporaryAdmin, 25)
                .at(slot)
                .int64(factor)
                .at(configuration)
                .text("ABCDEFGHIJKLM", 13));
    }

    int program(int slot, long factor, int configuration) {
        sendSecret(0, SECRET);
        sendName("name");
        return write(slot, factor, configuration);
    }

    int erase(int slot) {
        return send(new Payload(0x06).at(slot).text(temporaryAdmin, 25));
    }

    int name(int slot) {
        return send(new Payload(0x02).at(slot));
    }

    int read(int slot) {
        return send(new Payload(0x03).at(slot));
    }

    int code(int slot) {
        return send(new Payload(0x04).at(slot).bytes(new byte[17], 17).text(temporaryUser, 25));
    }

    int configure(int userPinWanted) {
        return send(new Payload(0x05)
                .at(0xff)
                .at(0xff)
                .at(0xff)
                .at(userPinWanted)
                .at(0)
                .text(temporaryAdmin, 25));
    }

    int setTime(int flag, long seconds) {
        return send(new Payload(0x0b).at(flag).int64(seconds));
    }

    int verify(int code) {
        return send(new Payload(0x18).int32(code));
    }

    /** Command 11 to 15 with two PINs. */
    int pins(int command, String first, String second) {
        return send(new Payload(command).text(first, 25).text(second, 25));
    }

    int adminTries() {
        send(new Payload(0x09));
        return answer()[0];
    }

    int userTries() {
        send(new Payload(0x0f));
        return answer()[0];
    }
}
