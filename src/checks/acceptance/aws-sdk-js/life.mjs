// A virtual device from its making to its end, with AWS's SDK for JavaScript. Prints case, expectation and outcome, with
// tabs between; whoever runs it compares.
import { createHmac } from "node:crypto";
import {
    CreateAccessKeyCommand, CreateUserCommand, CreateVirtualMFADeviceCommand, DeactivateMFADeviceCommand,
    DeleteAccessKeyCommand, DeleteUserCommand, DeleteVirtualMFADeviceCommand, EnableMFADeviceCommand, GetUserCommand,
    IAMClient, ListMFADevicesCommand, ResyncMFADeviceCommand, paginateListUsers, paginateListVirtualMFADevices,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from "@aws-sdk/client-sts";

const endpoint = process.env.FOBSMITH_URL;
const account = process.env.FOBSMITH_ACCOUNT;
const iam = new IAMClient({ endpoint });

const says = (title, expected, got) => console.log(`${title}\t${expected}\t${got}`);

/** The class of what is thrown, its code where there is no class for it, the HTTP status and the text. */
async function refuses(title, expected, promise) {
    try {
        await promise;
        says(title, expected, "done");
    } catch (e) {
        says(title, expected, `${e.name} ${e.$metadata?.httpStatusCode}: ${e.message}`);
    }
}

/** RFC 4648 section 6, without padding. */
function base32(text) {
    const bits = [...text].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
    return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

/** RFC 6238 and RFC 4226: SHA-1, 6 digits. */
function code(seed, step) {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const mac = createHmac("sha1", seed).update(counter).digest();
    const offset = mac[19] & 15;
    return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1000000).padStart(6, "0");
}

const user = { UserName: "js-user" };
const created = await iam.send(new CreateUserCommand({ ...user, Path: "/js/" }));
says("CreateUser", `arn:aws:iam::${account}:user/js/js-user`, created.User.Arn);
says("a date is a Date", "true", created.User.CreateDate instanceof Date);
await refuses("the same user again", "EntityAlreadyExistsException 409: User with name JS-User already exists.",
    iam.send(new CreateUserCommand({ UserName: "JS-User" })));
await refuses("an unknown user", "NoSuchEntityException 404: The user with name nobody cannot be found.",
    iam.send(new GetUserCommand({ UserName: "nobody" })));

const { VirtualMFADevice: device } = await iam.send(
    new CreateVirtualMFADeviceCommand({ Path: "/js/", VirtualMFADeviceName: "js-app" }));
const serial = { SerialNumber: device.SerialNumber };
says("CreateVirtualMFADevice", `arn:aws:iam::${account}:mfa/js/js-app`, device.SerialNumber);
says("the QR code is a PNG", "89504e47", Buffer.from(device.QRCodePNG).toString("hex").slice(0, 8));
const text = Buffer.from(device.Base32StringSeed).toString();
says("the seed has 64 characters of base32", "true", /^[A-Z2-7]{64}$/.test(text));
const seed = base32(text);
const now = Math.floor(Date.now() / 30000);

const enable = (step1, step2) => iam.send(new EnableMFADeviceCommand({
    ...user, ...serial, AuthenticationCode1: code(seed, step1), AuthenticationCode2: code(seed, step2) }));
const wrongCodes = "InvalidAuthenticationCodeException 403: Authentication code for device is not valid.";
await refuses("codes in the wrong order", wrongCodes, enable(now - 1, now - 2));
await refuses("the same code twice", wrongCodes, enable(now - 1, now - 1));
await refuses("EnableMFADevice", "done", enable(now - 2, now - 1));
await refuses("a device in use", "EntityAlreadyExistsException 409: MFA Device is already in use.", enable(now, now + 1));

const listed = await iam.send(new ListMFADevicesCommand(user));
says("ListMFADevices", device.SerialNumber, listed.MFADevices.map((d) => d.SerialNumber).join());
const assigned = [];
for await (const page of paginateListVirtualMFADevices({ client: iam, pageSize: 1 }, { AssignmentStatus: "Assigned" })) {
    assigned.push(...page.VirtualMFADevices.map((d) => d.User.UserName));
}
says("ListVirtualMFADevices in pages", "js-user", assigned.join());
const names = [];
for await (const page of paginateListUsers({ client: iam, pageSize: 1 }, {})) {
    names.push(...page.Users.map((u) => u.UserName));
}
says("ListUsers in pages", "administrator,js-user", names.join());

const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand(user));
const credentials = { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey };
const sts = new STSClient({ endpoint, credentials });
await refuses("a user without policies",
    `AccessDenied 403: User: arn:aws:iam::${account}:user/js/js-user is not authorized to perform: iam:GetUser on resource: `
        + `arn:aws:iam::${account}:user/js/js-user because no identity-based policy allows the iam:GetUser action`,
    new IAMClient({ endpoint, credentials }).send(new GetUserCommand({})));
const signIn = () => sts.send(new GetSessionTokenCommand({ ...serial, TokenCode: code(seed, now), DurationSeconds: 900 }));
const { Credentials: session } = await signIn();
says("GetSessionToken with a code", "ASIA", session.AccessKeyId.slice(0, 4));
await refuses("the same code again",
    "AccessDenied 403: MultiFactorAuthentication failed with invalid MFA one time pass code. ", signIn());
const inSession = new STSClient({ endpoint, credentials: {
    accessKeyId: session.AccessKeyId, secretAccessKey: session.SecretAccessKey, sessionToken: session.SessionToken } });
const identity = await inSession.send(new GetCallerIdentityCommand({}));
says("GetCallerIdentity in the session", `arn:aws:iam::${account}:user/js/js-user`, identity.Arn);
await refuses("a session for a session", "AccessDenied 403: Cannot call GetSessionToken with session credentials",
    inSession.send(new GetSessionTokenCommand({})));

await iam.send(new ResyncMFADeviceCommand({
    ...user, ...serial, AuthenticationCode1: code(seed, now + 1), AuthenticationCode2: code(seed, now + 2) }));
await refuses("a device in use is not deleted",
    "DeleteConflictException 409: MFA VirtualDevice in use. Must deactivate first",
    iam.send(new DeleteVirtualMFADeviceCommand(serial)));
await iam.send(new DeactivateMFADeviceCommand({ ...user, ...serial }));
await iam.send(new DeleteVirtualMFADeviceCommand(serial));
await refuses("a device that is gone",
    `NoSuchEntityException 404: MFA Device with serial number ${device.SerialNumber} does not exist.`,
    iam.send(new DeleteVirtualMFADeviceCommand(serial)));

const fob = { SerialNumber: process.env.FOBSMITH_FOB };
const shown = process.env.FOBSMITH_FOB_CODES.split(" ");
await refuses("EnableMFADevice by the serial number of a fob", "done", iam.send(new EnableMFADeviceCommand({
    ...user, ...fob, AuthenticationCode1: shown[0], AuthenticationCode2: shown[1] })));
const withFob = await sts.send(new GetSessionTokenCommand({ ...fob, TokenCode: shown[2] }));
says("GetSessionToken with the fob's next code", "ASIA", withFob.Credentials.AccessKeyId.slice(0, 4));
await refuses("DeactivateMFADevice of the fob", "done", iam.send(new DeactivateMFADeviceCommand({ ...user, ...fob })));

await iam.send(new DeleteAccessKeyCommand({ ...user, AccessKeyId: key.AccessKeyId }));
await iam.send(new DeleteUserCommand(user));
await refuses("a user who is gone", "NoSuchEntityException 404: The user with name js-user cannot be found.",
    iam.send(new DeleteUserCommand(user)));
