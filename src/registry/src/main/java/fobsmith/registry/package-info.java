/**
 * The registry: tokens and their states, owners, access keys, sealed seeds, what is known of each token's clock, and the
 * audit trail. Every change is one transaction with its audit record. Secrets leave only opened by the {@link
 * fobsmith.registry.Vault} and are wiped by whoever asked for them. Thread-safe unless a type says otherwise.
 */
@NullMarked
package fobsmith.registry;

import org.jspecify.annotations.NullMarked;
