package org.carebench.spark.metric;

import java.util.Comparator;
import java.util.List;

/** Everything that was observed of a provider, in an order that does not depend on how it arrived. */
record ProviderHistory(
        String organizationId,
        List<ProviderAccount> accounts,
        List<OwnPost> posts,
        List<AccountObservation> observations,
        List<InboundItem> items,
        List<Rating> ratings) {

    ProviderHistory {
        accounts = accounts.stream()
                .sorted(Comparator.comparing(ProviderAccount::accountId))
                .toList();
        posts = posts.stream()
                .sorted(Comparator.comparing(OwnPost::publishedAt).thenComparing(OwnPost::postId))
                .toList();
        observations = observations.stream()
                .sorted(Comparator.comparing(AccountObservation::observedAt)
                        .thenComparing(AccountObservation::accountId))
                .toList();
        items = items.stream()
                .sorted(Comparator.comparing(InboundItem::receivedAt).thenComparing(InboundItem::itemId))
                .toList();
        ratings = ratings.stream()
                .sorted(Comparator.comparing(Rating::day).thenComparing(Rating::reviewId))
                .toList();
    }
}
