package fobsmith.registry;

/** How many rows of a table a data key has sealed. */
public record KeyUse(String table, int version, long rows) {}
