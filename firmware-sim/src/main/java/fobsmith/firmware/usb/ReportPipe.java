package fobsmith.firmware.usb;

/** Feature reports to and from a token, and what goes wrong on their way. */
final class ReportPipe {
    private final FeatureReports token;
    private final FaultSwitch<ReportFault> faults;
    private byte[] last = new byte[FeatureReports.LENGTH];
    private byte[] lastBeforeReport = last;

    ReportPipe(FeatureReports token, FaultSwitch<ReportFault> faults) {
        this.token = token;
        this.faults = faults;
    }

    void set(byte[] report) {
        lastBeforeReport = last;
        faults.next(ReportFault::strikesReports).ifPresentOrElse(ReportFault::strike, () -> token.set(report));
    }

    byte[] get() {
        last = token.get();
        return faults.next(ReportFault::strikesAnswers)
                .map(fault -> fault.spoil(last.clone(), lastBeforeReport))
                .orElseGet(last::clone);
    }
}
