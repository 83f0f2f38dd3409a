package fobsmith.iam.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.iam.Resource;
import java.util.Base64;

final class GetCredentialReport implements Operation {
    @Override
    public String action() {
        return "GetCredentialReport";
    }

    @Override
    public void answer(Call call) {
        call.authorizer().require(action(), Resource.NOTHING);

        var csv = new CredentialReport(call.registry()).csv();

        call.answer().element("Content", Base64.getEncoder().encodeToString(csv.getBytes(UTF_8)));
        call.answer().element("ReportFormat", "text/csv");
        call.answer().element("GeneratedTime", call.registry().now());
    }
}
