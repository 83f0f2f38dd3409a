/** The whole service for tests of code that uses AWS's MFA operations: no AWS, no network, no waiting. */
@NullMarked
package fobsmith.testkit;

import org.jspecify.annotations.NullMarked;
