/**
 * What stands behind the onboarding desk: one operator, signed in at a machine that holds the registry key. Every deed is
 * asked of his policies, as the API asks, and recorded under his id. Without a screen: that is the desk's.
 */
@NullMarked
package fobsmith.iam.console;

import org.jspecify.annotations.NullMarked;
