/** One class per operation. Each reads top to bottom: decode, validate, authorise, act, render. */
@NullMarked
package fobsmith.iam.operation;

import org.jspecify.annotations.NullMarked;
