package org.carebench.jobs.platform.facebook;

import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.PlatformException;

/** Reads the profiles of Pages, with as many fields as the version of the platform has. Safe for several threads. */
final class FacebookPages {

    private final FacebookClient client;
    private final FacebookMapper mapper;
    private volatile PageFields known = PageFields.WITH_PROFILE;

    FacebookPages(FacebookClient client, FacebookMapper mapper) {
        this.client = client;
        this.mapper = mapper;
    }

    AccountReading read(AccountRef account) {
        return read(account, known);
    }

    /** What is refused with all fields may be answered with fewer; what is refused with the fewest is wrong. */
    private AccountReading read(AccountRef account, PageFields fields) {
        try {
            String identifier = account.stableId() == null ? FacebookResponse.name(account) : account.stableId();
            ApiResponse response = client.page(account, identifier, fields);
            known = fields;
            return mapper.account(new FacebookResponse(response.body()), fields, account);
        } catch (PlatformException e) {
            if (e.problem().code() != ProblemCode.BAD_REQUEST) {
                throw e;
            }
            return read(account, fields.fewer().orElseThrow(() -> e));
        }
    }
}
