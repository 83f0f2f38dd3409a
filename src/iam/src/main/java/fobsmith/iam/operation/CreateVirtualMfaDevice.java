package fobsmith.iam.operation;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.oath.Base32;
import fobsmith.oath.OtpauthKey;
import fobsmith.registry.SerialNumber;
import fobsmith.seedfiles.QrCode;
import java.util.Arrays;
import java.util.Base64;

/** The only answer that ever shows a seed: as base64 of its base32 text, and as a QR image. */
final class CreateVirtualMfaDevice implements Operation {
    @Override
    public String action() {
        return "CreateVirtualMFADevice";
    }

    @Override
    public void answer(Call call) {
        var path = call.input().optional("Path", Shape.PATH).orElse("/");
        var name = call.input().required("VirtualMFADeviceName", Shape.VIRTUAL_DEVICE_NAME);
        var tags = call.input().tags();
        call.input().requireValid();

        var serial = arn(call, path, name);
        call.deeds().requireNewVirtual(serial, tags);

        try (var key = call.deeds().newKey(name)) {
            call.registry().virtualDevices().create(call.actor(), serial, key.seed(), tags);

            call.answer().element("VirtualMFADevice", () -> {
                call.answer().element("SerialNumber", serial.value());
                call.answer().element("Base32StringSeed", key.seed().use(CreateVirtualMfaDevice::base64OfBase32));
                call.answer().element("QRCodePNG", base64OfPng(key));
                TagXml.render(call, tags);
            });
        }
    }

    private static SerialNumber.VirtualArn arn(Call call, String path, String name) {
        try {
            var serial = new SerialNumber.VirtualArn(call.registry().accountId(), path, name);
            requireNameable(serial);
            return serial;
        } catch (IllegalArgumentException e) {
            throw new IamException(
                    IamError.VALIDATION_ERROR, "The ARN of a virtual MFA device has at most 256 characters.");
        }
    }

    /** Paths may hold characters that serial numbers may not: such a device could be made, but never named again. */
    private static void requireNameable(SerialNumber serial) {
        if (!Shape.SERIAL_NUMBER.violations(serial.value()).isEmpty()) {
            throw new IamException(IamError.VALIDATION_ERROR, Shape.PATH.special());
        }
    }

    private static String base64OfBase32(byte[] seed) {
        byte[] base32 = Base32.encode(seed);
        try {
            return Base64.getEncoder().encodeToString(base32);
        } finally {
            Arrays.fill(base32, (byte) 0);
        }
    }

    private static String base64OfPng(OtpauthKey key) {
        byte[] png = QrCode.png(key.reveal());
        try {
            return Base64.getEncoder().encodeToString(png);
        } finally {
            Arrays.fill(png, (byte) 0);
        }
    }
}
