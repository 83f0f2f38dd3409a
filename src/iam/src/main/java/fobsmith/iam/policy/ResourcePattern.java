package fobsmith.iam.policy;

/** A value of Resource or NotResource: {@code *}, or an ARN with wildcards, and variables after its fifth colon only. */
final class ResourcePattern {
    private ResourcePattern() {}

    static Criterion read(Element statement, String written, LanguageVersion version) {
        var template = template(statement, written, version);
        var pattern = ArnPattern.find(template)
                .orElseThrow(() -> notAnArn(
                        statement,
                        written,
                        "is no ARN; allowed are \"*\" and arn:partition:service:region:account:resource, which may"
                                + " break off after a *"));
        if (pattern.hasVariablesBeforeItsResource()) {
            throw notAnArn(statement, written, "has a variable before its fifth colon; allowed are variables after it");
        }
        return new Criterion(written, pattern::matches);
    }

    private static Template template(Element statement, String written, LanguageVersion version) {
        try {
            return Template.parse(written, version);
        } catch (IllegalArgumentException e) {
            throw statement.complaint("the resource %s %s".formatted(Quoted.of(written), e.getMessage()));
        }
    }

    private static MalformedPolicy notAnArn(Element statement, String written, String why) {
        return new MalformedPolicy(
                PolicyFault.NO_ARN,
                PolicyFault.NO_ARN.sentence(Quoted.bare(written)),
                "%s: the resource %s %s".formatted(statement.place(), Quoted.of(written), why));
    }
}
