package org.carebench.jobs.run;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.ReleaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is remembered of executions. Whoever changes a live one holds the guard of its work, or only asks it to stop. */
@Component
public class Executions {

    private static final String LIVE = "status in ('QUEUED', 'RUNNING', 'STOPPING')";

    /** Work that cannot go on beside the given one: the same, or the whole of which it is a part. */
    private static final String OF_WORK =
            "job = :job and business_date = :date and (:platform = '' or platform in ('', :platform))";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String process;

    Executions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.process = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    }

    /** How an execution ended. */
    public record Ending(
            ExecutionStatus status,
            @Nullable Boolean retryable,
            @Nullable Boolean newData,
            String message) {}

    public Optional<Execution> find(long id) {
        return jdbc.sql("select * from runs.execution where execution_id = ?")
                .param(id)
                .query(Executions::execution)
                .optional();
    }

    /** The executions of a job, newest first. */
    public List<Execution> history(String job, @Nullable BusinessDate businessDate, int limit) {
        return jdbc.sql("select * from runs.execution where job = :job"
                        + " and (cast(:date as date) is null or business_date = cast(:date as date))"
                        + " order by execution_id desc limit :limit")
                .param("job", job)
                .param("date", businessDate == null ? null : Date.valueOf(businessDate.day()), Types.DATE)
                .param("limit", limit)
                .query(Executions::execution)
                .list();
    }

    /** Every execution that is not over, as far as is remembered; its process may be dead. */
    public List<Execution> live() {
        return jdbc.sql("select * from runs.execution where " + LIVE + " order by execution_id")
                .query(Executions::execution)
                .list();
    }

    /** Stages of a nightly execution, in the order in which they ran. */
    public List<Execution> stages(long parentId) {
        return jdbc.sql("select * from runs.execution where parent_id = ? order by execution_id")
                .param(parentId)
                .query(Executions::execution)
                .list();
    }

    /** Whether the execution is run by this process. */
    boolean isOwn(Execution execution) {
        return execution.owner().equals(process);
    }

    Optional<Execution> liveOf(Work work) {
        return ofWork("select * from runs.execution where " + OF_WORK + " and " + LIVE + " order by execution_id", work)
                .stream()
                .findFirst();
    }

    /** The newest execution of exactly this work. */
    Optional<Execution> newestOf(Work work) {
        return ofWork(
                        "select * from runs.execution where " + OF_WORK + " and platform = :platform"
                                + " order by execution_id desc limit 1",
                        work)
                .stream()
                .findFirst();
    }

    /** The execution that answered a key before; empty where the key is new. */
    Optional<Execution> answerOf(StartRequest.IdempotencyKey key) {
        return jdbc.sql("select execution_id, payload_sha256 from runs.idempotency_key where idempotency_key = ?")
                .param(key.value())
                .query((row, number) -> {
                    if (!row.getString("payload_sha256").equals(key.payloadSha256())) {
                        throw new KeyReusedException("Cannot start: key " + key.value()
                                + " was used for another request. Choose a new key for what is asked now.");
                    }
                    return row.getLong("execution_id");
                })
                .optional()
                .flatMap(this::find);
    }

    /** Remembers which execution answers a key; what was remembered first stays. */
    @Transactional
    public void remember(StartRequest.@Nullable IdempotencyKey key, long executionId) {
        if (key != null) {
            jdbc.sql("insert into runs.idempotency_key (idempotency_key, payload_sha256, execution_id, first_used_at)"
                            + " values (?, ?, ?, ?) on conflict do nothing")
                    .params(key.value(), key.payloadSha256(), executionId, now())
                    .update();
        }
    }

    /** A new execution that waits. The caller holds the guard of its work. */
    @Transactional
    public Execution create(StartRequest request, @Nullable Long parentId) {
        return create(request, parentId, ExecutionStatus.QUEUED, null);
    }

    /** An execution of work that turned out to be complete. */
    @Transactional
    public Execution createComplete(StartRequest request, ReleaseId release, String message) {
        Execution created = create(request, null, ExecutionStatus.SUCCEEDED, message);
        jdbc.sql("update runs.execution set revision = ?, new_data = false where execution_id = ?")
                .params(release.revision(), created.id())
                .update();
        return find(created.id()).orElseThrow();
    }

    private Execution create(
            StartRequest request, @Nullable Long parentId, ExecutionStatus status, @Nullable String message) {
        Work work = request.work();
        OffsetDateTime now = now();
        long id = jdbc.sql(
                        "insert into runs.execution (job, business_date, platform, mode, attempt, run, resumptions,"
                                + " status, origin, parent_id, owner, message, requested_at, ended_at, seen_at, caller, lineage)"
                                + " values (:job, :date, :platform, :mode, 1, 1, 0, :status, :origin, :parent, :owner, :message,"
                                + " :now, :ended, :now, cast(:caller as jsonb), cast(:lineage as jsonb)) returning execution_id")
                .param("job", work.job())
                .param("date", Date.valueOf(work.businessDate().day()))
                .param("platform", platform(work))
                .param("mode", request.mode().name())
                .param("status", status.name())
                .param("origin", request.origin().name())
                .param("parent", parentId, Types.BIGINT)
                .param("owner", process)
                .param("message", message, Types.VARCHAR)
                .param("now", now)
                .param("ended", status.isLive() ? null : now, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("caller", request.caller(), Types.VARCHAR)
                .param("lineage", request.lineage(), Types.VARCHAR)
                .query(Long.class)
                .single();
        remember(request.key(), id);
        return find(id).orElseThrow();
    }

    /** An execution that is over goes on as its next attempt. The caller holds the guard of its work. */
    @Transactional
    public Execution restart(long id, StartRequest request, @Nullable Long parentId) {
        jdbc.sql(
                        "update runs.execution set status = 'QUEUED', attempt = attempt + 1, run = run + 1, resumptions = 0,"
                                + " origin = :origin, parent_id = :parent, owner = :owner, stop_reason = null, retryable = null,"
                                + " new_data = null, message = null, step = null, done = null, expected = null,"
                                + " requested_at = :now, started_at = null, ended_at = null, seen_at = :now,"
                                + " caller = cast(:caller as jsonb), lineage = cast(:lineage as jsonb) where execution_id = :id")
                .param("origin", request.origin().name())
                .param("parent", parentId, Types.BIGINT)
                .param("owner", process)
                .param("now", now())
                .param("caller", request.caller(), Types.VARCHAR)
                .param("lineage", request.lineage(), Types.VARCHAR)
                .param("id", id)
                .update();
        remember(request.key(), id);
        return find(id).orElseThrow();
    }

    /** An execution whose process died goes on in this one, as the same attempt. The caller holds the guard of its work. */
    @Transactional
    public Execution resume(long id) {
        jdbc.sql("update runs.execution set status = 'QUEUED', run = run + 1, resumptions = resumptions + 1, owner = ?,"
                        + " retryable = null, message = null, started_at = null, ended_at = null, seen_at = ?"
                        + " where execution_id = ?")
                .params(process, now(), id)
                .update();
        return find(id).orElseThrow();
    }

    /**
     * Ends the live executions of some work whose guard the caller holds: their processes are dead.
     *
     * @return those that were ended
     */
    @Transactional
    public List<Execution> endDead(Work work) {
        return ofWork(
                "update runs.execution set ended_at = :now, retryable = true,"
                        + " status = case when status = 'STOPPING' then 'STOPPED' else 'LOST' end,"
                        + " message = case when status = 'STOPPING' then 'Stopped: ' || coalesce(stop_reason, 'asked to')"
                        + " || '.' else 'The process that ran it ended without a word. Start it again; it goes on where"
                        + " it stopped.' end where " + OF_WORK + " and " + LIVE + " returning *",
                work);
    }

    /**
     * Says that an execution begins.
     *
     * @return false where it is not this process's any more, or was asked to stop
     */
    boolean begin(Execution claimed) {
        return ownUpdate(
                "status = 'RUNNING', started_at = :now, seen_at = :now", claimed, "status = 'QUEUED'", null, null);
    }

    /** Says which release an execution works on. */
    void release(Execution claimed, ReleaseId release) {
        jdbc.sql("update runs.execution set revision = ? where execution_id = ? and owner = ? and run = ?")
                .params(release.revision(), claimed.id(), process, claimed.run())
                .update();
    }

    /**
     * Says how far an execution is, and hears whether it is to stop.
     *
     * @return the status that is remembered; empty where it is not this process's any more
     */
    Optional<Execution> seen(Execution claimed, @Nullable RunProgress progress) {
        return jdbc.sql("update runs.execution set seen_at = :now, step = coalesce(:step, step), done = :done,"
                        + " expected = :expected where execution_id = :id and owner = :owner and run = :run and " + LIVE
                        + " returning *")
                .param("now", now())
                .param("step", progress == null ? null : progress.step(), Types.VARCHAR)
                .param("done", progress == null ? null : progress.done(), Types.BIGINT)
                .param("expected", progress == null ? null : progress.expected(), Types.BIGINT)
                .param("id", claimed.id())
                .param("owner", process)
                .param("run", claimed.run())
                .query(Executions::execution)
                .optional();
    }

    /** Asks a live execution to stop; empty where it is none, or of another attempt. */
    Optional<Execution> requestStop(long id, int attempt, String reason) {
        return jdbc.sql("update runs.execution set status = 'STOPPING', stop_reason = coalesce(stop_reason, ?)"
                        + " where execution_id = ? and attempt = ? and " + LIVE + " returning *")
                .params(reason, id, attempt)
                .query(Executions::execution)
                .optional();
    }

    /** Whether this process runs an execution; it then stays so until the caller's transaction ends. */
    boolean lockOwn(Execution claimed) {
        return jdbc.sql("select execution_id from runs.execution where execution_id = ? and owner = ? and run = ? and "
                        + LIVE + " for share")
                .params(claimed.id(), process, claimed.run())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Says how an execution ended.
     *
     * @return false where it is not this process's any more
     */
    boolean end(Execution claimed, Ending ending) {
        return ownUpdate(
                "status = '" + ending.status().name() + "', ended_at = :now, seen_at = :now, retryable = :retryable,"
                        + " new_data = :newData, message = :message",
                claimed,
                LIVE,
                ending,
                null);
    }

    /** Leaves an execution to whoever takes it up next: it waits, and nobody holds its guard. */
    boolean leave(Execution claimed, String message) {
        return ownUpdate(
                "status = 'QUEUED', started_at = null, stop_reason = null, message = :message",
                claimed,
                LIVE,
                null,
                message);
    }

    private boolean ownUpdate(
            String assignments,
            Execution claimed,
            String condition,
            @Nullable Ending ending,
            @Nullable String message) {
        return jdbc.sql("update runs.execution set " + assignments
                                + " where execution_id = :id and owner = :owner and run = :run and " + condition)
                        .param("now", now())
                        .param("id", claimed.id())
                        .param("owner", process)
                        .param("run", claimed.run())
                        .param("retryable", ending == null ? null : ending.retryable(), Types.BOOLEAN)
                        .param("newData", ending == null ? null : ending.newData(), Types.BOOLEAN)
                        .param("message", ending == null ? message : ending.message(), Types.VARCHAR)
                        .update()
                > 0;
    }

    private List<Execution> ofWork(String sql, Work work) {
        return jdbc.sql(sql)
                .param("job", work.job())
                .param("date", Date.valueOf(work.businessDate().day()))
                .param("platform", platform(work))
                .param("now", now())
                .query(Executions::execution)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String platform(Work work) {
        return Objects.requireNonNullElse(work.platform(), "");
    }

    private static Execution execution(ResultSet row, int number) throws SQLException {
        String platform = row.getString("platform");
        Work work = new Work(
                row.getString("job"),
                new BusinessDate(row.getDate("business_date").toLocalDate()),
                platform.isEmpty() ? null : platform);
        String step = row.getString("step");
        return new Execution(
                row.getLong("execution_id"),
                work,
                Mode.valueOf(row.getString("mode")),
                row.getObject("revision", Integer.class),
                row.getInt("attempt"),
                row.getInt("run"),
                row.getInt("resumptions"),
                ExecutionStatus.valueOf(row.getString("status")),
                Origin.valueOf(row.getString("origin")),
                row.getObject("parent_id", Long.class),
                row.getString("owner"),
                row.getString("stop_reason"),
                row.getObject("retryable", Boolean.class),
                row.getObject("new_data", Boolean.class),
                row.getString("message"),
                step == null
                        ? null
                        : new RunProgress(
                                step, row.getObject("done", Long.class), row.getObject("expected", Long.class)),
                Objects.requireNonNull(instant(row, "requested_at")),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("caller"),
                row.getString("lineage"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
