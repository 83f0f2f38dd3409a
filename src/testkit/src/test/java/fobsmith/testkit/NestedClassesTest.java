package fobsmith.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One service for a class and those nested in it: the first nested class that ends must not end it for the next. */
class NestedClassesTest {
    @RegisterExtension
    static final FobsmithService AWS = FobsmithService.started();

    private static void isServed(String user) {
        try (var sdk = new Sdk(AWS)) {
            var iam = sdk.iam(Sdk.of(AWS.administrator()));
            assertThat(iam.createUser(request -> request.userName(user)).user().userName())
                    .isEqualTo(user);
        }
    }

    @Nested
    class First {
        @Test
        void isServed() {
            NestedClassesTest.isServed("first");
        }
    }

    @Nested
    class Second {
        @Test
        void isServed() {
            NestedClassesTest.isServed("second");
        }
    }

    @Test
    void isServed() {
        isServed("outer");
    }
}
