/** Codes that a token without a display tells over the cable, where a screen asks for two. */
@NullMarked
package fobsmith.desk.cable;

import org.jspecify.annotations.NullMarked;
