package fobsmith.registry;

import java.util.Locale;

/** What the audit trail knows as a deed. */
public enum AuditAction {
    CREATE_REGISTRY,
    ACCEPT_CLOCK,
    ROTATE_REGISTRY_KEY,
    ROTATE_DATA_KEY,
    DESTROY_DATA_KEY,
    BACK_UP,
    RESTORE,
    CREATE_USER,
    DELETE_USER,
    REVOKE_SESSIONS,
    UPDATE_USER,
    TAG_USER,
    UNTAG_USER,
    PUT_POLICY,
    DELETE_POLICY,
    CREATE_GROUP,
    UPDATE_GROUP,
    DELETE_GROUP,
    ADD_TO_GROUP,
    REMOVE_FROM_GROUP,
    CREATE_ROLE,
    UPDATE_ROLE,
    DELETE_ROLE,
    ASSUME_ROLE,
    TAG_ROLE,
    UNTAG_ROLE,
    CREATE_ACCOUNT_ALIAS,
    DELETE_ACCOUNT_ALIAS,
    CREATE_ACCESS_KEY,
    UPDATE_ACCESS_KEY,
    DELETE_ACCESS_KEY,
    IMPORT_TOKENS,
    REPLACE_SEED,
    RESERVE,
    EXPORT_SEED,
    CREATE_VIRTUAL_DEVICE,
    DELETE_VIRTUAL_DEVICE,
    CREATE_TEMPORARY_DEVICE,
    TAG_DEVICE,
    UNTAG_DEVICE,
    SEAL_CREDENTIAL,
    CHANGE_CREDENTIAL,
    KEEP_CREDENTIAL,
    ALLOW_TRIES,
    SEAL_SEED,
    WRITE_SEED,
    SET_CLOCK,
    PROVE,
    VOID_ATTEMPT,
    SIGN_IN,
    ENABLE,
    RESYNC,
    CHECK,
    REFUSE_CODE,
    DEACTIVATE,
    UNLOCK;

    /** As stored and shown: {@code refuse-code}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
