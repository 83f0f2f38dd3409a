package fobsmith.iam.policy;

import java.util.function.BiPredicate;

/**
 * One value in a policy: what it asks of a value in the request.
 *
 * @param written as in the policy, for explanations
 */
record Criterion(String written, BiPredicate<String, RequestContext> test) {

    boolean accepts(String value, RequestContext context) {
        return test.test(value, context);
    }
}
