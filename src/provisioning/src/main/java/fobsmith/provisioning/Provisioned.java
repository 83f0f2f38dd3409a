package fobsmith.provisioning;

import fobsmith.registry.Token;

/**
 * A token that was given a seed and has shown its codes.
 *
 * @param hasClock whether it has a clock of its own that it tells; else its codes follow the time of whoever asks
 * @param clockWasOffMillis how far the token's clock was ahead before it was set; 0 where it has none of its own
 * @param clockErrorMillis how far it was ahead right afterwards
 */
public record Provisioned(Token token, boolean hasClock, long clockWasOffMillis, long clockErrorMillis) {}
