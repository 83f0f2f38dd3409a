package fobsmith.iam;

import fobsmith.registry.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Session tokens hold all that a session is, sealed; nothing is stored, so every replica of the service knows every session.
 * Thread-safe.
 */
public final class SessionTokens {
    private static final String PURPOSE = "session";

    private final Vault vault;

    public SessionTokens(Vault vault) {
        this.vault = vault;
    }

    /** Base64, as clients send it back in {@code X-Amz-Security-Token}. */
    public String seal(Grant grant) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            grant.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        byte[] clear = bytes.toByteArray();
        try {
            return Base64.getEncoder().encodeToString(vault.sealToken(PURPOSE, clear));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** Empty for anything that this registry did not seal. The caller closes the grant. */
    public Optional<Grant> open(String token) {
        try {
            return vault.openToken(PURPOSE, Base64.getDecoder().decode(token)).map(SessionTokens::read);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Grant read(byte[] clear) {
        try (var in = new DataInputStream(new ByteArrayInputStream(clear))) {
            return Grant.read(in);
        } catch (IOException e) {
            throw new IllegalStateException("a session token of ours is cut off", e);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** The content of a session token: who, by which long-term key, until when, with which secret, with which device. */
    public static final class Grant implements AutoCloseable {
        private final String userId;
        private final String longTermKeyId;
        private final String accessKeyId;
        private final byte[] secret;
        private final Caller.Session session;

        /** Takes the secret (ASCII) over and wipes it when closed. */
        public Grant(String userId, String longTermKeyId, String accessKeyId, byte[] secret, Caller.Session session) {
            this.userId = userId;
            this.longTermKeyId = longTermKeyId;
            this.accessKeyId = accessKeyId;
            this.secret = secret;
            this.session = session;
        }

        public String userId() {
            return userId;
        }

        public String longTermKeyId() {
            return longTermKeyId;
        }

        public String accessKeyId() {
            return accessKeyId;
        }

        /** Lent, not given. */
        public byte[] secret() {
            return secret;
        }

        public Caller.Session session() {
            return session;
        }

        private void write(DataOutputStream out) throws IOException {
            out.writeUTF(userId);
            out.writeUTF(longTermKeyId);
            out.writeUTF(accessKeyId);
            out.writeShort(secret.length);
            out.write(secret);
            out.writeLong(session.issuedAt().toEpochMilli());
            out.writeLong(session.expiresAt().toEpochMilli());
            var serial = session.mfaSerial();
            out.writeUTF(serial == null ? "" : serial);
        }

        private static Grant read(DataInputStream in) throws IOException {
            var userId = in.readUTF();
            var longTermKeyId = in.readUTF();
            var accessKeyId = in.readUTF();
            var secret = in.readNBytes(in.readUnsignedShort());
            var issued = Instant.ofEpochMilli(in.readLong());
            var expires = Instant.ofEpochMilli(in.readLong());
            var serial = in.readUTF();
            var session = new Caller.Session(issued, expires, serial.isEmpty() ? null : serial);
            return new Grant(userId, longTermKeyId, accessKeyId, secret, session);
        }

        @Override
        public void close() {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
