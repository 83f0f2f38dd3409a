/**
 * AWS's policy language for identities: policies are read, validated, evaluated and explained. Knows neither the registry
 * nor HTTP, reads no clock and keeps no state: whoever asks says in a {@link fobsmith.iam.policy.RequestContext} what the
 * request is.
 *
 * <p>Sources: IAM User Guide, "IAM JSON policy element reference", "Condition operators", "Conditions with multiple context
 * keys or values", "Variables and tags", "Grammar of the IAM JSON policy language". Where that guide is silent the choice is
 * said at the type that makes it.
 */
@NullMarked
package fobsmith.iam.policy;

import org.jspecify.annotations.NullMarked;
