/** The service put together: authentication, dispatch, HTTP. */
@NullMarked
package fobsmith.iam.service;

import org.jspecify.annotations.NullMarked;
