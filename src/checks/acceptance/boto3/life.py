"""A virtual device from its making to its end, with boto3.

Prints case, expectation and outcome, with tabs between; whoever runs it compares.
"""
import base64
import hashlib
import hmac
import os
import struct
import time
import urllib.request

import boto3
from botocore.exceptions import ClientError

URL = os.environ["FOBSMITH_URL"]
ACCOUNT = os.environ["FOBSMITH_ACCOUNT"]
USER = "boto-user"
ARN = f"arn:aws:iam::{ACCOUNT}:user/boto/{USER}"


def says(title, expected, got):
    print(title, expected, got, sep="\t", flush=True)


def refuses(title, expected, call, **arguments):
    """The class of what is raised, or the code where there is no class for it; the HTTP status and the text."""
    try:
        call(**arguments)
        got = "done"
    except ClientError as error:
        said = error.response
        kind = said["Error"]["Code"] if type(error) is ClientError else type(error).__name__
        got = f"{kind} {said['ResponseMetadata']['HTTPStatusCode']}: {said['Error']['Message']}"
    says(title, expected, got)


def client(service, **credentials):
    return boto3.client(service, endpoint_url=URL, **credentials)


def code(seed, step):
    """RFC 6238 and RFC 4226: SHA-1, 6 digits."""
    mac = hmac.new(seed, struct.pack(">Q", step), hashlib.sha1).digest()
    offset = mac[19] & 15
    return "%06d" % ((struct.unpack(">I", mac[offset:offset + 4])[0] & 0x7FFFFFFF) % 1000000)


iam = client("iam")
says("CreateUser", ARN, iam.create_user(UserName=USER, Path="/boto/")["User"]["Arn"])
refuses("the same user again", "EntityAlreadyExistsException 409: User with name BOTO-USER already exists.",
        iam.create_user, UserName=USER.upper())
refuses("an unknown user", "NoSuchEntityException 404: The user with name nobody cannot be found.",
        iam.get_user, UserName="nobody")

device = iam.create_virtual_mfa_device(Path="/boto/", VirtualMFADeviceName="boto-app")["VirtualMFADevice"]
serial = device["SerialNumber"]
says("CreateVirtualMFADevice", f"arn:aws:iam::{ACCOUNT}:mfa/boto/boto-app", serial)
says("the QR code is a PNG", "89504e47", device["QRCodePNG"][:4].hex())
says("the seed has 64 characters of base32", "64", len(device["Base32StringSeed"]))
seed = base64.b32decode(device["Base32StringSeed"] + b"=" * (-len(device["Base32StringSeed"]) % 8))
now = int(time.time()) // 30


def codes(step1, step2):
    return dict(UserName=USER, SerialNumber=serial, AuthenticationCode1=code(seed, step1),
                AuthenticationCode2=code(seed, step2))


wrong_codes = "InvalidAuthenticationCodeException 403: Authentication code for device is not valid."
refuses("codes in the wrong order", wrong_codes, iam.enable_mfa_device, **codes(now - 1, now - 2))
refuses("codes that are not neighbours", wrong_codes, iam.enable_mfa_device, **codes(now - 3, now - 1))
refuses("EnableMFADevice", "done", iam.enable_mfa_device, **codes(now - 2, now - 1))
refuses("a device in use", "EntityAlreadyExistsException 409: MFA Device is already in use.",
        iam.enable_mfa_device, **codes(now, now + 1))
refuses("several errors in one message",
        "ValidationError 400: 2 validation errors detected: Value at 'authenticationCode1' failed to satisfy constraint: "
        "Member must satisfy regular expression pattern: [\\d]+; Value at 'authenticationCode2' failed to satisfy "
        "constraint: Member must satisfy regular expression pattern: [\\d]+",
        iam.enable_mfa_device, UserName=USER, SerialNumber=serial, AuthenticationCode1="abcdef",
        AuthenticationCode2="ghijkl")

says("ListMFADevices", serial,
     ",".join(d["SerialNumber"] for d in iam.list_mfa_devices(UserName=USER)["MFADevices"]))
pages = iam.get_paginator("list_users").paginate(PaginationConfig={"PageSize": 1})
says("ListUsers in pages", "administrator,boto-user", ",".join(u["UserName"] for page in pages for u in page["Users"]))
pages = iam.get_paginator("list_virtual_mfa_devices").paginate(AssignmentStatus="Assigned")
says("ListVirtualMFADevices in pages", USER,
     ",".join(d["User"]["UserName"] for page in pages for d in page["VirtualMFADevices"]))

key = iam.create_access_key(UserName=USER)["AccessKey"]
own = dict(aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
refuses("a user without policies",
        f"AccessDenied 403: User: {ARN} is not authorized to perform: iam:GetUser on resource: {ARN} because no "
        "identity-based policy allows the iam:GetUser action", client("iam", **own).get_user)
sts = client("sts", **own)
sign_in = dict(SerialNumber=serial, TokenCode=code(seed, now), DurationSeconds=900)
session = sts.get_session_token(**sign_in)["Credentials"]
says("GetSessionToken with a code", "ASIA", session["AccessKeyId"][:4])
refuses("the same code again",
        "AccessDenied 403: MultiFactorAuthentication failed with invalid MFA one time pass code. ",
        sts.get_session_token, **sign_in)
in_session = client("sts", aws_access_key_id=session["AccessKeyId"],
                    aws_secret_access_key=session["SecretAccessKey"], aws_session_token=session["SessionToken"])
says("GetCallerIdentity in the session", ARN, in_session.get_caller_identity()["Arn"])
refuses("a session for a session", "AccessDenied 403: Cannot call GetSessionToken with session credentials",
        in_session.get_session_token)
for who, signer in (("a user", sts), ("a session", in_session)):
    presigned = signer.generate_presigned_url("get_caller_identity", ExpiresIn=60, HttpMethod="GET")
    with urllib.request.urlopen(presigned, timeout=20) as answer:
        says(f"GetCallerIdentity presigned by {who}", "200 True", f"{answer.status} {ARN.encode() in answer.read()}")

refuses("ResyncMFADevice", "done", iam.resync_mfa_device, **codes(now + 1, now + 2))
refuses("a device in use is not deleted",
        "DeleteConflictException 409: MFA VirtualDevice in use. Must deactivate first",
        iam.delete_virtual_mfa_device, SerialNumber=serial)
refuses("DeactivateMFADevice", "done", iam.deactivate_mfa_device, UserName=USER, SerialNumber=serial)
refuses("DeleteVirtualMFADevice", "done", iam.delete_virtual_mfa_device, SerialNumber=serial)
refuses("a device that is gone",
        f"NoSuchEntityException 404: MFA Device with serial number {serial} does not exist.",
        iam.delete_virtual_mfa_device, SerialNumber=serial)

fob = os.environ["FOBSMITH_FOB"]
shown = os.environ["FOBSMITH_FOB_CODES"].split()
refuses("EnableMFADevice by the serial number of a fob", "done", iam.enable_mfa_device, UserName=USER, SerialNumber=fob,
        AuthenticationCode1=shown[0], AuthenticationCode2=shown[1])
session = sts.get_session_token(SerialNumber=fob, TokenCode=shown[2])["Credentials"]
says("GetSessionToken with the fob's next code", "ASIA", session["AccessKeyId"][:4])
refuses("DeactivateMFADevice of the fob", "done", iam.deactivate_mfa_device, UserName=USER, SerialNumber=fob)

refuses("DeleteAccessKey", "done", iam.delete_access_key, UserName=USER, AccessKeyId=key["AccessKeyId"])
refuses("DeleteUser", "done", iam.delete_user, UserName=USER)
