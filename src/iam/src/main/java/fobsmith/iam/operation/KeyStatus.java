package fobsmith.iam.operation;

/** What a caller may make of an access key. */
enum KeyStatus {
    ACTIVE,
    INACTIVE
}
