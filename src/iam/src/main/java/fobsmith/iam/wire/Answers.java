package fobsmith.iam.wire;

import fobsmith.iam.IamException;
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
        return WireAnswer.of(200, requestId, xml.toString());
    }

    public static WireAnswer error(Service service, String requestId, IamException refused) {
        return error(service.namespace(), requestId, refused);
    }

    /** Where it is not even known which API was meant. */
    public static WireAnswer fault(String requestId, IamException refused) {
        return error(FAULT, requestId, refused);
    }

    private static WireAnswer error(String namespace, String requestId, IamException refused) {
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
        return WireAnswer.of(error.status(), requestId, xml.toString());
    }

    /** A request without an action is a browser that lost its way. */
    public static WireAnswer toTheManual(String requestId) {
        return WireAnswer.redirect(requestId, "https://aws.amazon.com/iam");
    }
}
