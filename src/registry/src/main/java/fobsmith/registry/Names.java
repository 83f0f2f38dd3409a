package fobsmith.registry;

import java.util.Optional;

/** Who the unique ids of the audit trail are; kept apart from it so that a name can be erased. Thread-safe. */
public final class Names {
    private final Database database;
    private final Identifiers identifiers;

    Names(Database database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    /** The name behind an id, unless it was erased. */
    public Optional<String> find(String id) {
        return database.read(
                query -> query.find("SELECT name FROM known_name WHERE id = ?", row -> row.text("name"), id));
    }

    /** Somebody at the console, by the name the operating system has for him; known from the first time on. */
    public Actor operator(String name, String host) {
        var known = database.read(query -> findOperator(query, name));
        return new Actor(known.orElseGet(() -> database.write(tx -> remember(tx, name))), host);
    }

    /** The operator's id, made if he is new. */
    String remember(Transaction tx, String name) {
        return findOperator(tx, name).orElseGet(() -> {
            var id = identifiers.operator();
            tx.update("INSERT INTO known_name (id, kind, name) VALUES (?, 'operator', ?)", id, name);
            return id;
        });
    }

    private static Optional<String> findOperator(Query query, String name) {
        return query.find(
                "SELECT id FROM known_name WHERE kind = 'operator' AND name = ?", row -> row.text("id"), name);
    }
}
