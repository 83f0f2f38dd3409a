package fobsmith.registry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Fields as bytes, each with its length before it, so that no two different lists of fields look alike. */
final class Canonical {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Canonical with(String text) {
        return with(text.getBytes(StandardCharsets.UTF_8));
    }

    Canonical with(long number) {
        return with(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    Canonical with(byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
