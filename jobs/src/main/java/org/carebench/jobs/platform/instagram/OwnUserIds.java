package org.carebench.jobs.platform.instagram;

import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Credential;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.MissingCredentialException;

/** Finds the Instagram account of our own that belongs to an access. */
final class OwnUserIds {

    static final String PART = "ig_user_id";

    private final Credentials credentials;
    private final InstagramProperties properties;

    OwnUserIds(Credentials credentials, InstagramProperties properties) {
        this.credentials = credentials;
        this.properties = properties;
    }

    /**
     * The account behind the access with which an account is read.
     *
     * @throws MissingCredentialException where neither the credential nor the settings name one
     */
    String of(AccountRef account) {
        String alias = account.credential();
        if (alias == null) {
            throw new MissingCredentialException(
                    "Cannot read instagram without access: name a credential in the profile or the roster.");
        }
        Credential credential = credentials.require(alias);
        if (credential.has(PART)) {
            return credential.part(PART);
        }
        if (properties.igUserId() == null) {
            throw new MissingCredentialException("Cannot use credential '" + alias + "' for instagram: it has no part '"
                    + PART + "', and there is no setting '" + InstagramProperties.IG_USER_ID + "'. Write one of them.");
        }
        return properties.igUserId();
    }
}
