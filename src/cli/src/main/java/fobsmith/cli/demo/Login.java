package fobsmith.cli.demo;

import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Who calls, and with which credentials. */
record Login(String name, AwsCredentialsIdentity identity) {

    static Login longTerm(String name, Answer createAccessKey) {
        return new Login(
                name,
                AwsCredentialsIdentity.create(
                        createAccessKey.text("AccessKeyId"), createAccessKey.text("SecretAccessKey")));
    }

    static Login session(String name, Answer getSessionToken) {
        return new Login(
                name,
                AwsSessionCredentialsIdentity.create(
                        getSessionToken.text("AccessKeyId"),
                        getSessionToken.text("SecretAccessKey"),
                        getSessionToken.text("SessionToken")));
    }
}
