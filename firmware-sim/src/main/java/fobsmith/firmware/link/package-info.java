/** What goes wrong between hosts and any simulated token, on whatever link it hangs: bytes are spoilt, late, or never come. */
@NullMarked
package fobsmith.firmware.link;

import org.jspecify.annotations.NullMarked;
