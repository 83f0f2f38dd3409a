package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestContextTest {
    @Test
    void tellsWhoAsks() {
        assertThat(Policies.request().values("AWS:principalarn")).containsExactly(Policies.USER + "bob");
    }

    @Test
    void tellsTheTimeInBothForms() {
        var request = Policies.request().at(Instant.parse("2026-11-23T10:15:30Z"));
        assertThat(request.values("aws:CurrentTime")).containsExactly("2026-11-23T10:15:30Z");
        assertThat(request.values("aws:EpochTime")).containsExactly("1795428930");
    }

    @Test
    void replacesTheValuesOfAKeyWhateverItsCase() {
        var request = Policies.request().with("a:b", "1", "2").with("A:B", "3");
        assertThat(request.values("a:B")).containsExactly("3");
        assertThat(Policies.request().values("a:b")).isEmpty();
    }

    @Test
    void keepsApartWhatDiffersByMoreThanCase() {
        var request = Policies.request()
                .with(ContextKey.principalTag("access"), "1")
                .with(ContextKey.principalTag("acce\u017fs"), "2");
        assertThat(request.values("aws:principaltag/ACCESS")).containsExactly("1");
        assertThat(Policies.holds(
                        "{'StringEquals':{'aws:PrincipalTag/access':'1','aws:PrincipalTag/acce\u017fs':'2'}}"
                                .replace('\'', '"'),
                        request))
                .isTrue();
    }

    @Test
    void isNotChangedFromOutside() {
        var values = new ArrayList<>(List.of("1"));
        var keys = new HashMap<String, List<String>>();
        keys.put("a:b", values);
        var request = new RequestContext("p", "iam:GetUser", "*", keys);
        values.add("2");
        keys.put("c:d", List.of("3"));
        assertThat(request.values("a:b")).containsExactly("1");
        assertThat(request.values("c:d")).isEmpty();
        assertThat(request.with("a:b", "9")).isNotEqualTo(request);
        assertThat(request.values("a:b")).containsExactly("1");
    }
}
