package fobsmith.iam.wire;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerXmlTest {
    @Test
    void isIndentedAsThatOfAws() {
        var answer = Answers.result(Service.IAM, "ListUsers", true, "id-1", xml -> {
            xml.list("Users", List.of("a<&>b"), name -> xml.element("UserName", name));
            xml.list("None", List.<String>of(), name -> xml.element("Name", name));
            xml.element("At", Instant.parse("2026-11-23T12:00:00.987Z"));
        });
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                        <ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
                          <ListUsersResult>
                            <Users>
                              <member>
                                <UserName>a&lt;&amp;&gt;b</UserName>
                              </member>
                            </Users>
                            <None/>
                            <At>2026-11-23T12:00:00Z</At>
                          </ListUsersResult>
                          <ResponseMetadata>
                            <RequestId>id-1</RequestId>
                          </ResponseMetadata>
                        </ListUsersResponse>
                        """);
    }

    @Test
    void hasNoResultElementForOperationsWithoutOutput() {
        assertThat(Answers.result(Service.IAM, "DeleteUser", false, "id-1", xml -> {})
                        .body())
                .isEqualTo("""
                        <DeleteUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
                          <ResponseMetadata>
                            <RequestId>id-1</RequestId>
                          </ResponseMetadata>
                        </DeleteUserResponse>
                        """);
    }

    @Test
    void wrapsAnErrorWithItsTypeAndStatus() {
        var answer = Answers.error(Service.STS, "id-1", new IamException(IamError.SERVICE_FAILURE, "broken"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("""
                        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                          <Error>
                            <Type>Receiver</Type>
                            <Code>ServiceFailure</Code>
                            <Message>broken</Message>
                          </Error>
                          <RequestId>id-1</RequestId>
                        </ErrorResponse>
                        """);
    }

    @Test
    void replacesCharactersThatXmlCannotHold() {
        var illegal = new IamException(IamError.INVALID_ACTION, "a\u0000\u0008\r\uFFFE\uD800b\t\n😀");
        assertThat(Answers.fault("id-1", illegal).body())
                .contains("<Message>a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDb\t\n😀</Message>");
    }

    @Test
    void doesNotPrintTheSecretsOfRequestsAndAnswers() {
        var answer = Answers.result(Service.IAM, "Op", true, "id-1", xml -> xml.element("Seed", "JBSWY3DP"));
        assertThat(answer.toString()).isEqualTo("WireAnswer[200, request id-1]");
        var request =
                Recording.first().withHeader("x-amz-security-token", "SESSION").request();
        assertThat(request.toString())
                .doesNotContain("SESSION")
                .isEqualTo("WireRequest[POST /, 73 bytes, from 127.0.0.1]");
    }
}
