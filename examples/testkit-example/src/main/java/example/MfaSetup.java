package example;

import java.util.Base64;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InvalidAuthenticationCodeException;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** What a company's staff portal might do: give a user a virtual MFA device, and clean up if he gives up. */
public final class MfaSetup {
    private final IamClient iam;

    public MfaSetup(IamClient iam) {
        this.iam = iam;
    }

    /** The page shows the QR code; the user's app then knows the device. */
    public VirtualMFADevice begin(String userName) {
        return iam.createVirtualMFADevice(request -> request.virtualMFADeviceName(userName))
                .virtualMFADevice();
    }

    public static String pictureOf(VirtualMFADevice device) {
        return "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(device.qrCodePNG().asByteArray());
    }

    /** With two codes in a row; whether they were right. A device that was never enabled does not stay behind. */
    public boolean finish(String userName, VirtualMFADevice device, String code1, String code2) {
        try {
            iam.enableMFADevice(request -> request.userName(userName)
                    .serialNumber(device.serialNumber())
                    .authenticationCode1(code1)
                    .authenticationCode2(code2));
            return true;
        } catch (InvalidAuthenticationCodeException e) {
            iam.deleteVirtualMFADevice(request -> request.serialNumber(device.serialNumber()));
            return false;
        }
    }
}
