/**
 * Simulated Token2 tokens, written from the vendor's published protocol (token2/molto2-tools and token2/keyroost, their
 * protocol documents) and from nothing a driver of ours does. What the protocol leaves open stands in {@link
 * fobsmith.firmware.token2.Assumption}, can be switched, and is listed in {@code docs/tokens.md}.
 */
@NullMarked
package fobsmith.firmware.token2;

import org.jspecify.annotations.NullMarked;
