package fobsmith.registry;

/**
 * Who does something: an IAM user, or an operator at a machine that holds the registry key.
 *
 * @param id unique id, never a name
 * @param host where the request came from
 */
public record Actor(String id, String host) {}
