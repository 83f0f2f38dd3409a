/** A provisioning station as processes of its own, killed at any moment. */
@NullMarked
package fobsmith.checks.station;

import org.jspecify.annotations.NullMarked;
