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
            return vault.openToken(PURPOSE, Base64.getDecoder().decode(token)).flatMap(SessionTokens::read);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One of an earlier version is none. */
    private static Optional<Grant> read(byte[] clear) {
        try (var in = new DataInputStream(new ByteArrayInputStream(clear))) {
            return Optional.of(Grant.read(in));
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** The content of a session token: who, by which long-term key, until when, with which secret, with which device. */
    public static final class Grant implements AutoCloseable {
        private static final long UNLIMITED = Long.MAX_VALUE;

        private final String userId;
        private final String accessKeyId;
        private final byte[] secret;
        private final Caller.Session session;
        private final String roleId;
        private final String roleSessionName;

        /** Takes the secret (ASCII) over and wipes it when closed. */
        public Grant(String userId, String accessKeyId, byte[] secret, Caller.Session session) {
            this(userId, accessKeyId, secret, session, "", "");
        }

        private Grant(
                String userId,
                String accessKeyId,
                byte[] secret,
                Caller.Session session,
                String roleId,
                String roleSessionName) {
            this.userId = userId;
            this.accessKeyId = accessKeyId;
            this.secret = secret;
            this.session = session;
            this.roleId = roleId;
            this.roleSessionName = roleSessionName;
        }

        /** The same of somebody who has assumed a role; the secret is shared. */
        public Grant as(String otherRoleId, String sessionName) {
            return new Grant(userId, accessKeyId, secret, session, otherRoleId, sessionName);
        }

        /** Empty if no role was assumed. */
        public String roleId() {
            return roleId;
        }

        public String roleSessionName() {
            return roleSessionName;
        }

        public String longTermKeyId() {
            return session.longTermKeyId();
        }

        public String userId() {
            return userId;
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
            out.writeUTF(session.longTermKeyId());
            out.writeUTF(accessKeyId);
            out.writeShort(secret.length);
            out.write(secret);
            out.writeLong(session.issuedAt().toEpochMilli());
            out.writeLong(session.expiresAt().toEpochMilli());
            var serial = session.mfaSerial();
            out.writeUTF(serial == null ? "" : serial);
            out.writeUTF(roleId);
            out.writeUTF(roleSessionName);
            var limit = session.limit();
            out.writeLong(limit == null ? UNLIMITED : limit.toEpochMilli());
        }

        private static Grant read(DataInputStream in) throws IOException {
            var userId = in.readUTF();
            var longTermKeyId = in.readUTF();
            var accessKeyId = in.readUTF();
            var secret = in.readNBytes(in.readUnsignedShort());
            var issued = Instant.ofEpochMilli(in.readLong());
            var expires = Instant.ofEpochMilli(in.readLong());
            var serial = in.readUTF();
            var roleId = in.readUTF();
            var roleSessionName = in.readUTF();
            long limit = in.readLong();
            var session = new Caller.Session(
                    longTermKeyId,
                    issued,
                    expires,
                    serial.isEmpty() ? null : serial,
                    limit == UNLIMITED ? null : Instant.ofEpochMilli(limit));
            return new Grant(userId, accessKeyId, secret, session, roleId, roleSessionName);
        }

        @Override
        public void close() {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
