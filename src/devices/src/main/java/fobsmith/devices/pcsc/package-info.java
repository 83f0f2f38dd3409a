/** Smart cards and security keys through the machine's PC/SC service. */
@NullMarked
package fobsmith.devices.pcsc;

import org.jspecify.annotations.NullMarked;
