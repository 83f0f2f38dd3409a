package fobsmith.registry;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An open registry: everything it can do, by subject. Whoever opens it closes it; the keys it holds are wiped then.
 * Thread-safe.
 */
public final class Registry implements AutoCloseable {
    private final Path file;
    private final Lease lease;
    private final Database database;
    private final Vault vault;
    private final InstantSource clock;
    private final SecureRandom randomness;
    private final Identifiers identifiers;
    private final String accountId;
    private final AuditTrail audit;
    private final boolean station;
    private final Keeping keeping;
    private final LastRefused lastRefused = new LastRefused();

    Registry(Path file, Lease lease, Database database, Vault vault, InstantSource clock, SecureRandom randomness) {
        this.file = file;
        this.randomness = randomness;
        this.lease = lease;
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        identifiers = new Identifiers(randomness);
        accountId = database.read(query -> query.get("SELECT account_id FROM registry", row -> row.text("account_id")));
        station = database.read(OwnStation::isOne);
        keeping = station ? new StationPost(vault, identifiers) : new Keeping.Here(vault);
        audit = new AuditTrail(database, vault, station ? AuditTrail.STATION : AuditTrail.REGISTRY);
        database.tellKeyVersions(vault::observe);
    }

    /** Opens a registry that exists, migrating it first if it is older and nobody else uses it. */
    public static Registry open(Path file, RegistryKey key, InstantSource clock, SecureRandom randomness) {
        return new RegistryFile(file, clock, randomness).open(key);
    }

    /**
     * Makes a registry of mode 0600 where nothing is yet, with a data key wrapped by the given key.
     *
     * @param accountId 12 digits
     * @param furnish what the registry holds from the start: all of it appears with the registry, or nothing does
     */
    public static Registry create(
            Path file,
            RegistryKey key,
            RegistryKey.Cost cost,
            String accountId,
            InstantSource clock,
            SecureRandom randomness,
            Consumer<Registry> furnish) {
        return new RegistryFile(file, clock, randomness).create(key, cost, accountId, furnish);
    }

    /** As above, with nothing in it. */
    public static Registry create(
            Path file,
            RegistryKey key,
            RegistryKey.Cost cost,
            String accountId,
            InstantSource clock,
            SecureRandom randomness) {
        return create(file, key, cost, accountId, clock, randomness, _ -> {});
    }

    /** Makes the database of a write-only station where nothing is yet, with a key pair of its own. */
    public static Registry createStation(
            Path file, RegistryKey key, RegistryKey.Cost cost, InstantSource clock, SecureRandom randomness) {
        return new RegistryFile(file, clock, randomness).createStation(key, cost);
    }

    public String accountId() {
        return accountId;
    }

    /** The wall clock, for what is not a change: signatures, expiry of sessions. */
    public Instant now() {
        return clock.instant();
    }

    public Identifiers identifiers() {
        return identifiers;
    }

    public Vault vault() {
        return vault;
    }

    public AuditTrail audit() {
        return audit;
    }

    public Users users() {
        requireService("users are kept");
        return new Users(database, audit, identifiers);
    }

    public Groups groups() {
        requireService("groups are kept");
        return new Groups(database, audit, identifiers);
    }

    public Roles roles() {
        requireService("roles are kept");
        return new Roles(database, audit, identifiers);
    }

    public Tags tags() {
        requireService("tags are kept");
        return new Tags(database, audit);
    }

    public InlinePolicies inlinePolicies() {
        requireService("policies are kept");
        return new InlinePolicies(database, audit);
    }

    public Account account() {
        requireService("the account is kept");
        return new Account(database, audit);
    }

    public AccessKeys accessKeys() {
        requireService("access keys are kept");
        return new AccessKeys(database, audit, vault, identifiers);
    }

    /** The passphrases of the desk; new ones cost {@link RegistryKey.Cost#STANDARD}. */
    public DeskPassphrases deskPassphrases() {
        return deskPassphrases(RegistryKey.Cost.STANDARD);
    }

    public DeskPassphrases deskPassphrases(RegistryKey.Cost cost) {
        requireService("passphrases of the desk are kept");
        return new DeskPassphrases(database, audit, vault, identifiers, cost);
    }

    /** The hardware tokens, filtered and counted. */
    public Inventory inventory() {
        requireService("the stock is listed");
        return new Inventory(database);
    }

    /** Which token codes are of. */
    public TokenFinder finder() {
        requireService("codes are checked");
        return new TokenFinder(database, audit, vault);
    }

    public TokenRegistry tokens() {
        return new TokenRegistry(database, audit);
    }

    public Shelf shelf() {
        requireService("the shelf is kept");
        return new Shelf(database, audit);
    }

    public Stock stock() {
        requireService("seeds are imported and exported");
        return new Stock(database, audit, vault, identifiers);
    }

    public PhysicalTokens physicalTokens() {
        return new PhysicalTokens(database, audit, identifiers);
    }

    public TokenCredentials tokenCredentials() {
        return new TokenCredentials(database, audit, vault, identifiers, keeping);
    }

    public Journal journal() {
        return new Journal(database, audit, keeping, identifiers);
    }

    public VirtualDevices virtualDevices() {
        requireService("virtual devices are made");
        return new VirtualDevices(database, audit, vault, identifiers);
    }

    public TypedCodes typedCodes() {
        requireService("codes are checked");
        return new TypedCodes(database, audit, vault, lastRefused);
    }

    /**
     * Makes a registry from a backup where nothing is yet: codes up to now pass no more, and enabled devices are to be
     * confirmed by two codes. It appears complete, or not at all; the backup stays as it is.
     *
     * @param operator who does it, found in the restored registry
     * @return how many devices are to be confirmed
     */
    public static long restore(
            Path file,
            Path backup,
            RegistryKey key,
            InstantSource clock,
            SecureRandom randomness,
            Function<Registry, Actor> operator) {
        return new RegistryFile(file, clock, randomness).restore(backup, key, operator);
    }

    long afterRestore(Actor actor) {
        return new Restoring(database, audit).apply(actor);
    }

    public Backup backup() {
        requireService("backups are made");
        return new Backup(database, audit);
    }

    /**
     * Refuses where this is a write-only station's database, naming the service.
     *
     * @param what only the service does: {@code codes are checked}
     */
    public void requireService(String what) {
        if (station) {
            throw new StationException.OnlyAtService(what, database.read(OwnStation::service));
        }
    }

    /** The write-only stations of this registry. */
    public Stations stations() {
        requireService("stations are registered");
        return new Stations(database, audit, vault, randomness);
    }

    public StationInbox stationInbox() {
        requireService("messages of stations are received");
        var deeds = new StationDeeds(database, audit, vault, identifiers, tokenCredentials());
        return new StationInbox(database, vault, stations(), deeds, accountId);
    }

    /** This database as a write-only station's. */
    public OwnStation ownStation() {
        if (!station) {
            throw new StationException.NotReady(
                    "%s is a registry, not a write-only station".formatted(file),
                    "make a station on another machine with \"fobsmith station init\"");
        }
        return new OwnStation(database, audit, vault);
    }

    public KeyRotation keys() {
        return new KeyRotation(file, database, audit, vault, randomness);
    }

    public Names names() {
        return new Names(database, identifiers);
    }

    /** Takes the wall clock's word although the registry has seen a later time; audited as an operator's deed. */
    public void acceptClock(String operator, String host, String reason) {
        database.correctClock(tx -> audit.append(
                tx,
                new Actor(names().remember(tx, operator), host),
                AuditAction.ACCEPT_CLOCK,
                "clock",
                Map.of("reason", reason)));
    }

    @Override
    public void close() {
        audit.close();
        database.close();
        vault.close();
        lease.close();
    }
}
