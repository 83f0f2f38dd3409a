/** What several flows say of people's devices, and how they are found and listed. */
@NullMarked
package fobsmith.desk.device;

import org.jspecify.annotations.NullMarked;
