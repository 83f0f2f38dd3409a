package fobsmith.registry;

import java.util.Map;

/** What right codes allow. */
sealed interface Deed {

    AuditAction action();

    /** How many codes are typed: 1, or 2 in a row. */
    int codes();

    /** The token, or a refusal that says what is wrong with it. */
    Token requireToken(Transaction tx, SerialNumber serial);

    /** Whose device it is or becomes, for the audit trail. */
    default Map<String, String> detail() {
        return Map.of();
    }

    /** How the token stands when the codes were right. Also the place for checks that need the transaction. */
    Standing after(Transaction tx, Token token);

    /** What is done with a device that its user has: it stays where it is. The owner is part of the look-up. */
    sealed interface OnEnabledDevice extends Deed {
        User user();

        @Override
        default Token requireToken(Transaction tx, SerialNumber serial) {
            return TokenRegistry.findEnabled(tx, user(), serial)
                    .filter(token -> !token.isExpired(tx.now()))
                    .orElseThrow(() -> new RegistryRefusal.UnknownToken(serial.value()));
        }

        @Override
        default Map<String, String> detail() {
            return Map.of("user", user().id());
        }

        @Override
        default Standing after(Transaction tx, Token token) {
            return Standing.of(token);
        }
    }

    /** One code of an enabled device. */
    record SignIn(User user) implements OnEnabledDevice {
        @Override
        public AuditAction action() {
            return AuditAction.SIGN_IN;
        }

        @Override
        public int codes() {
            return 1;
        }
    }

    /** Two codes of an enabled device. */
    record Resync(User user) implements OnEnabledDevice {
        @Override
        public AuditAction action() {
            return AuditAction.RESYNC;
        }

        @Override
        public int codes() {
            return 2;
        }
    }

    /**
     * Two codes of a token that is free, or reserved for this user.
     *
     * @param voucher why it may be another than his first device
     */
    record Enable(User user, Voucher voucher) implements Deed {

        @Override
        public AuditAction action() {
            return AuditAction.ENABLE;
        }

        @Override
        public int codes() {
            return 2;
        }

        @Override
        public Token requireToken(Transaction tx, SerialNumber serial) {
            var token = TokenRegistry.require(tx, serial);
            if (!isFree(token) || token.isExpired(tx.now())) {
                throw new RegistryRefusal.WrongState(token, "only free stock can be enabled");
            }
            if (!token.fitsIam()) {
                throw new RegistryRefusal.Unfit(token);
            }
            requireRoom(tx);
            return token;
        }

        @Override
        public Map<String, String> detail() {
            return Map.of("user", user.id());
        }

        private boolean isFree(Token token) {
            return switch (token.state()) {
                case IMPORTED, PROVEN, UNASSIGNED -> true;
                case RESERVED -> user.id().equals(token.ownerId());
                case WRITING, ENABLED, RETURNED, LOST, RETIRED, VOID -> false;
            };
        }

        /** Whether he may have one more. Holds only as long as his row is locked. */
        void requireRoom(Transaction tx) {
            voucher.require(tx, user, tx.now());
            Quota.DEVICES_OF_USER.requireRoom(Devices.count(tx, user, tx.now()));
        }

        /** Locks the user's row, so that two devices enabled at once cannot both be the last one allowed. */
        @Override
        public Standing after(Transaction tx, Token token) {
            user.lock(tx);
            requireRoom(tx);
            return Standing.enabledFor(user, tx.now());
        }
    }

    /** Two codes of any token that is not lost, destroyed or half written. */
    record Check() implements Deed {
        @Override
        public AuditAction action() {
            return AuditAction.CHECK;
        }

        @Override
        public int codes() {
            return 2;
        }

        @Override
        public Token requireToken(Transaction tx, SerialNumber serial) {
            var token = TokenRegistry.require(tx, serial);
            return switch (token.state()) {
                case IMPORTED, PROVEN, RESERVED, ENABLED, RETURNED, UNASSIGNED -> token;
                case WRITING, LOST, RETIRED, VOID ->
                    throw new RegistryRefusal.WrongState(token, "its codes cannot be checked");
            };
        }

        @Override
        public Standing after(Transaction tx, Token token) {
            return Standing.of(token).proven();
        }
    }

    /** Two codes that have told which token they are of. */
    record Find() implements Deed {
        @Override
        public AuditAction action() {
            return AuditAction.CHECK;
        }

        @Override
        public int codes() {
            return 2;
        }

        @Override
        public Map<String, String> detail() {
            return Map.of("by", "find");
        }

        @Override
        public Token requireToken(Transaction tx, SerialNumber serial) {
            var token = TokenRegistry.require(tx, serial);
            return token.state() == TokenState.LOST ? token : new Check().requireToken(tx, serial);
        }

        @Override
        public Standing after(Transaction tx, Token token) {
            return new Check().after(tx, token);
        }
    }
}
