package org.carebench.jobs.platform.instagram;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.Window;
import org.carebench.jobs.platform.graph.DailyInsights;
import org.carebench.jobs.platform.graph.InsightDays;
import org.carebench.jobs.platform.graph.MetricQuery;

/** Lists what Instagram tells the owner of an account about each day. */
final class InstagramDailyInsights {

    /** A request may span 30 days; the day that is asked for beyond the last one, and an hour in autumn, count as well. */
    private static final int DAYS_PER_PAGE = 28;

    private static final String REACH = "reach";
    /** Followers that were won on the day, of the last 30 days only. The total is a counter of the account. */
    private static final String NEW_FOLLOWERS = "follower_count";
    /** Given as one total for all that is asked for, so that each day is asked for alone. */
    private static final List<String> TOTALS = List.of("views");

    private final InstagramClient client;
    private final DailyInsights readings = new DailyInsights(InstagramConnector.PLATFORM);

    InstagramDailyInsights(InstagramClient client) {
        this.client = client;
    }

    Page<InsightReading> page(AccountRef account, Window window, Cursor cursor) {
        InsightDays days = InsightDays.of(window, cursor, DAYS_PER_PAGE);
        List<String> metrics = cursor.position() == null ? List.of(REACH, NEW_FOLLOWERS) : List.of(REACH);
        Page<InsightReading> series = readings.read(
                days,
                metrics,
                MetricQuery.ask(metrics, some -> client.insights(account, account.identifier(), some, days)));
        List<InsightReading> items = new ArrayList<>(series.items());
        Set<ItemProblem> problems = new LinkedHashSet<>(series.problems());
        addTotals(account, days, items, problems);
        return new Page<>(items, List.copyOf(problems), days.next());
    }

    private void addTotals(
            AccountRef account, InsightDays days, List<InsightReading> items, Set<ItemProblem> problems) {
        List<String> metrics = new ArrayList<>(TOTALS);
        for (LocalDate day : days.days()) {
            InsightDays only = days.only(day);
            Page<InsightReading> totals = readings.read(
                    only,
                    List.copyOf(metrics),
                    MetricQuery.ask(
                            List.copyOf(metrics), some -> client.totals(account, account.identifier(), some, only)));
            items.addAll(totals.items());
            problems.addAll(totals.problems());
            totals.problems().forEach(problem -> metrics.remove(problem.subject()));
        }
    }
}
