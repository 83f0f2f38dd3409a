package fobsmith.iam.wire;

import fobsmith.iam.IamException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/** The envelopes around results and errors. */
public final class Answers {
    /** Unknown actions are answered in a namespace of their own. */
    private static final String FAULT = "http://webservices.amazon.com/AWSFault/2005-15-09";

    private Answers() {}

    /** The result of an operation; operations without output have no Result element. */
    public static WireAnswer result(
            Service service, String action, boolean hasOutput, String requestId, Consumer<AnswerXml> content) {
        var xml = new AnswerXml();
        xml.root(action + "Response", service.namespace(), () -> {
            if (hasOutput) {
                xml.element(action + "Result", () -> content.accept(xml));
            } else {
                content.accept(xml);
            }
            xml.element("ResponseMetadata", () -> xml.element("RequestId", requestId));
        });
        return new WireAnswer(200, requestId, xml.toString(), headers(service, requestId));
    }

    public static WireAnswer error(Service service, String requestId, IamException refused) {
        return error(service.namespace(), requestId, refused, headers(service, requestId));
    }

    /** Where it is not even known which API was meant. */
    public static WireAnswer fault(String requestId, IamException refused) {
        return error(FAULT, requestId, refused, Map.of());
    }

    private static WireAnswer error(
            String namespace, String requestId, IamException refused, Map<String, String> headers) {
        var error = refused.error();
        var xml = new AnswerXml();
        xml.root("ErrorResponse", namespace, () -> {
            xml.element("Error", () -> {
                xml.element("Type", error.type());
                xml.element("Code", error.code());
                xml.element("Message", refused.text());
            });
            xml.element("RequestId", requestId);
        });
        return new WireAnswer(error.status(), requestId, xml.toString(), headers);
    }

    /** What clients of STS find in their logs beside the request id. It names the same request, and nobody reads it. */
    private static Map<String, String> headers(Service service, String requestId) {
        return switch (service) {
            case IAM -> Map.of();
            case STS ->
                Map.of(
                        "x-amz-sts-extended-request-id",
                        Base64.getEncoder().encodeToString(requestId.getBytes(StandardCharsets.US_ASCII)));
        };
    }

    /** A request without an action is a browser that lost its way. */
    public static WireAnswer toTheManual(String requestId) {
        return WireAnswer.redirect(requestId, "https://aws.amazon.com/iam");
    }
}
