package fobsmith.registry;

/** Who or what has inline policies. */
public sealed interface PolicyHolder permits User, Group, Role {
    /** Unique id. */
    String id();

    String name();

    Kind kind();

    /** What an owner of policies may be, with its quota: characters that are not blank, of all its policies together. */
    enum Kind {
        USER("user", "iam_user", 2048),
        GROUP("group", "iam_group", 5120),
        ROLE("role", "iam_role", 10_240);

        private final String text;
        private final String table;
        private final int quota;

        Kind(String text, String table, int quota) {
            this.text = text;
            this.table = table;
            this.quota = quota;
        }

        /** In the middle of a sentence. */
        public String text() {
            return text;
        }

        public int quota() {
            return quota;
        }

        String table() {
            return table;
        }
    }

    /** Whoever counts what it has holds its row first, so that two at once cannot both be the last one allowed. */
    default void lock(Transaction tx) {
        if (tx.update("UPDATE " + kind().table() + " SET id = id WHERE id = ?", id()) != 1) {
            throw new RegistryRefusal.Unknown(kind(), name());
        }
    }
}
