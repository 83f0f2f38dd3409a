package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.oath.TokenClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Virtual MFA devices: made with a fresh seed, deleted when nobody uses them. Thread-safe. */
public final class VirtualDevices {
    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final Identifiers identifiers;

    VirtualDevices(Database database, AuditTrail audit, Vault vault, Identifiers identifiers) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.identifiers = identifiers;
    }

    /** The seed stays the caller's. The app's clock is taken to be right, as phones are. */
    public void create(Actor actor, SerialNumber.VirtualArn serial, Seed seed, List<Tag> tags) {
        database.change(tx -> create(tx, actor, serial, seed, tags));
    }

    private String create(Transaction tx, Actor actor, SerialNumber.VirtualArn serial, Seed seed, List<Tag> tags) {
        Quota.VIRTUAL_DEVICES.requireRoom(tx, "token WHERE kind = 'virtual'");
        var id = insert(tx, serial, seed);
        TagRows.put(tx, id, tags, Tags.DEVICE_QUOTA);
        audit.append(tx, actor, AuditAction.CREATE_VIRTUAL_DEVICE, id, TagRows.traceAtCreation(tx, audit, id));
        return id;
    }

    /** As above, but remembers that a flow of the desk made it: see {@link #deleteLeftovers}. */
    public void createAtDesk(Actor actor, SerialNumber.VirtualArn serial, Seed seed, List<Tag> tags) {
        database.change(tx -> {
            var id = create(tx, actor, serial, seed, tags);
            tx.update("INSERT INTO desk_device (token_id, made_at) VALUES (?, ?)", id, tx.now());
        });
    }

    /**
     * Deletes what flows of the desk have made and nobody has ever enabled, if it was made before this time: a flow that
     * still runs is younger. How many there were.
     */
    public int deleteLeftovers(Actor actor, Instant madeBefore) {
        return database.write(tx -> {
            var leftovers = tx.list(
                    "SELECT t.* FROM token t JOIN desk_device d ON d.token_id = t.id WHERE t.state = 'unassigned'"
                            + " AND t.accepted_at IS NULL AND d.made_at < ?",
                    Token::of,
                    madeBefore);
            leftovers.forEach(token -> delete(tx, actor, token, Map.of("reason", "never enabled")));
            return leftovers.size();
        });
    }

    /** Deletes one such device at once: whoever made it has given up. */
    public void deleteLeftover(Actor actor, SerialNumber.VirtualArn serial) {
        database.change(tx -> {
            var leftover = tx.find(
                    "SELECT t.* FROM token t JOIN desk_device d ON d.token_id = t.id WHERE t.serial_key = ?"
                            + " AND t.state = 'unassigned' AND t.accepted_at IS NULL",
                    Token::of,
                    serial.key());
            delete(
                    tx,
                    actor,
                    leftover.orElseThrow(() -> new RegistryRefusal.UnknownToken(serial.value())),
                    Map.of("reason", "given up"));
        });
    }

    private String insert(Transaction tx, SerialNumber.VirtualArn serial, Seed seed) {
        if (TokenRegistry.find(tx, serial).isPresent()) {
            throw new RegistryRefusal.TokenExists(serial, "");
        }
        var id = identifiers.row();
        var profile = OtpProfile.Totp.STANDARD;
        var sealed = vault.sealSeed(id, serial, profile, seed);
        new NewToken(id, serial, "", "virtual", profile, sealed, TokenState.UNASSIGNED, TokenClock.setAt(tx.now()))
                .insert(tx);
        tx.update("INSERT INTO known_name (id, kind, name) VALUES (?, 'device', ?)", id, serial.value());
        return id;
    }

    /**
     * For the day a token was left at home: a device of this user at once, without codes, on the word of whoever holds the
     * registry key, and of no account's quota. His earlier temporary devices whose time is over are deleted.
     *
     * @return when its codes end to be taken
     */
    public Instant createTemporary(
            Actor actor, User user, SerialNumber.VirtualArn serial, Seed seed, Duration lifetime) {
        return createTemporary(actor, user, serial, seed, lifetime, new Voucher.NotNeeded());
    }

    /** As above, but refused to a user who has a device already and no good code of one. */
    public Instant createTemporary(
            Actor actor, User user, SerialNumber.VirtualArn serial, Seed seed, Duration lifetime, Voucher voucher) {
        return database.write(tx -> {
            user.lock(tx);
            deleteExpired(tx, actor, user);
            new Deed.Enable(user, voucher).requireRoom(tx);
            var id = insert(tx, serial, seed);
            var end = tx.now().plus(lifetime);
            tx.update(
                    "UPDATE token SET state = 'enabled', owner_id = ?, enabled_at = ?, expires_at = ? WHERE id = ?",
                    user.id(),
                    tx.now(),
                    end,
                    id);
            var detail = Map.of("user", user.id(), "expires", end.toString());
            audit.append(tx, actor, AuditAction.CREATE_TEMPORARY_DEVICE, id, detail);
            return end;
        });
    }

    private void deleteExpired(Transaction tx, Actor actor, User user) {
        var expired =
                tx.list("SELECT * FROM token WHERE owner_id = ? AND expires_at <= ?", Token::of, user.id(), tx.now());
        for (var token : expired) {
            tx.update("DELETE FROM token WHERE id = ?", token.id());
            TagRows.removeAll(tx, token.id());
            audit.append(tx, actor, AuditAction.DELETE_VIRTUAL_DEVICE, token.auditSubject(), Map.of());
        }
    }

    /** Refused while a user has it; its seed is gone afterwards. */
    public void delete(Actor actor, SerialNumber.VirtualArn serial) {
        database.change(tx -> {
            delete(tx, actor, TokenRegistry.require(tx, serial), Map.of());
        });
    }

    private void delete(Transaction tx, Actor actor, Token token, Map<String, String> detail) {
        if (tx.update("DELETE FROM token WHERE id = ? AND state = 'unassigned'", token.id()) != 1) {
            throw new RegistryRefusal.WrongState(token, "deactivate it first");
        }
        TagRows.removeAll(tx, token.id());
        audit.append(tx, actor, AuditAction.DELETE_VIRTUAL_DEVICE, token.auditSubject(), detail);
    }
}
