/** The query protocol on the wire: requests, SigV4 (AWS Signature Version 4), XML answers, HTTP. */
@NullMarked
package fobsmith.iam.wire;

import org.jspecify.annotations.NullMarked;
