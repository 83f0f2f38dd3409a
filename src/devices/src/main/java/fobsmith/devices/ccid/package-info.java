/** Smart-card readers on a USB interface: CCID 1.10. */
@NullMarked
package fobsmith.devices.ccid;

import org.jspecify.annotations.NullMarked;
