package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.oath.TokenClock;
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
    public void create(Actor actor, SerialNumber.VirtualArn serial, Seed seed) {
        database.change(tx -> {
            if (TokenRegistry.find(tx, serial).isPresent()) {
                throw new RegistryRefusal.TokenExists(serial, "");
            }
            var id = identifiers.row();
            var profile = OtpProfile.Totp.STANDARD;
            var sealed = vault.sealSeed(id, serial, profile, seed);
            new NewToken(id, serial, "", "virtual", profile, sealed, TokenState.UNASSIGNED, TokenClock.setAt(tx.now()))
                    .insert(tx);
            tx.update("INSERT INTO known_name (id, kind, name) VALUES (?, 'device', ?)", id, serial.value());
            audit.append(tx, actor, AuditAction.CREATE_VIRTUAL_DEVICE, id, Map.of());
        });
    }

    /** Refused while a user has it; its seed is gone afterwards. */
    public void delete(Actor actor, SerialNumber.VirtualArn serial) {
        database.change(tx -> {
            var token =
                    TokenRegistry.find(tx, serial).orElseThrow(() -> new RegistryRefusal.UnknownToken(serial.value()));
            if (tx.update("DELETE FROM token WHERE id = ? AND state = 'unassigned'", token.id()) != 1) {
                throw new RegistryRefusal.WrongState(token, "deactivate it first");
            }
            audit.append(tx, actor, AuditAction.DELETE_VIRTUAL_DEVICE, token.auditSubject(), Map.of());
        });
    }
}
