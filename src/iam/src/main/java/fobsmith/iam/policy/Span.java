package fobsmith.iam.policy;

/**
 * A stretch of a pattern.
 *
 * @param wild whether {@code *} and {@code ?} in it are wildcards
 */
record Span(String text, boolean wild) implements Template.Piece {}
