package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random policies and requests: the naive implementation decides the same. */
class SecondOpinionTest {
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void isTheSame(long seed) {
        var random = new RandomPolicies(seed);
        var counts = new HashMap<String, Integer>();
        for (int round = 0; round < 3_000; round++) {
            var naive = random.policy();
            var policies = new IdentityPolicies(
                    List.of(new NamedPolicy("random", PolicyDocument.parse(naive.json(), 10_000))));
            for (int asked = 0; asked < 5; asked++) {
                var request = random.request();
                var expected = naive.decide(request);
                assertThat(policies.decide(request).getClass().getSimpleName())
                        .as("seed %d: %s on %s", seed, naive.json(), request)
                        .isEqualTo(expected);
                counts.merge(expected, 1, Integer::sum);
            }
        }
        assertThat(counts).hasSize(3).allSatisfy((_, count) -> assertThat(count).isGreaterThan(1_000));
    }
}
