/** AWS's IAM and STS as far as MFA devices go: who calls, what he may do, what comes of it. */
@NullMarked
package fobsmith.iam;

import org.jspecify.annotations.NullMarked;
