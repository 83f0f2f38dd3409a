/**
 * Simulated tokens, the control API by which tests, people and other programs steer them, and a JUnit 5 extension that
 * starts both. The API is JSON over HTTP on loopback; its address and bearer stand in a file only the owner can read.
 * Depends on nothing else of fobsmith.
 */
@NullMarked
package fobsmith.firmware;

import org.jspecify.annotations.NullMarked;
