package fobsmith.seedfiles;

/**
 * A key or line of a seed file from which no key was taken although the file was read on.
 *
 * @param line where it stands, counted from 1; the number of the entry or part where a format has no lines
 * @param reason one sentence that names the token or line, and never a secret
 */
public record Omission(int line, String reason) {}
