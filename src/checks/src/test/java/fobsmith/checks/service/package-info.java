/** The service under load, killed, and beside other processes. */
@NullMarked
package fobsmith.checks.service;

import org.jspecify.annotations.NullMarked;
