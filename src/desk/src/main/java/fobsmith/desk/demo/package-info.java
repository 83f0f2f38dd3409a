/** A throw-away registry and simulated tokens to try the desk with; the only place that knows the simulator. */
@NullMarked
package fobsmith.desk.demo;

import org.jspecify.annotations.NullMarked;
