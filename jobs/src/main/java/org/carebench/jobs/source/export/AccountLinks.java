package org.carebench.jobs.source.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.jspecify.annotations.Nullable;

/** Says once per file which providers an account belongs to. Such links are candidates until somebody verifies them. */
final class AccountLinks {

    private final SourceVintage vintage;
    private final Set<String> said = new HashSet<>();

    AccountLinks(SourceVintage vintage) {
        this.vintage = vintage;
    }

    /**
     * The links of an account where the row is its first, or none.
     *
     * @param name name of the account as the file writes it; its id stands in where that is NULL
     */
    List<AccountLink> first(ProviderAccount account, SourceRow row, @Nullable String name) {
        if (!said.add(account.id())) {
            return List.of();
        }
        return account.organizationIds().stream()
                .map(organizationId -> new AccountLink(
                        account.id(),
                        organizationId,
                        account.platform(),
                        name == null ? account.id() : name,
                        LinkEvidence.CANDIDATE,
                        vintage.asOf(),
                        vintage.sourceId(),
                        row.line()))
                .toList();
    }
}
