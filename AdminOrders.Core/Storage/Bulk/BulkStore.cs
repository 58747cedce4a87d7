using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>What is written about a bulk job itself, on a connection of its own. What became of its orders is written with them, see <see cref="BulkLedger"/>.</summary>
internal sealed class BulkStore : IDisposable
{
    private const string IsDraft = """EXISTS (SELECT 1 FROM "BulkJobs" j WHERE j."Id" = @JobId AND j."State" = 1)""";

    private static readonly BulkTally Nothing = new(
        ImmutableSortedDictionary<BulkOutcome, int>.Empty, ImmutableSortedDictionary<Refusal, int>.Empty,
        ImmutableSortedDictionary<BulkOutcome, int>.Empty, ImmutableSortedDictionary<Refusal, int>.Empty, 0);

    private readonly SqlStatements statements;
    private readonly DbConnection connection;
    private readonly SqlStatement job;
    private readonly SqlStatement item;
    private readonly SqlStatement total;
    private readonly SqlStatement move;
    private readonly SqlStatement command;
    private readonly SqlStatement forecast;
    private readonly SqlStatement looked;
    private readonly SqlStatement leave;
    private readonly SqlStatement reason;
    private readonly SqlStatement fail;
    private readonly SqlStatement end;
    private readonly SqlStatement tally;
    private readonly SqlStatement count;
    private readonly SqlStatement fingerprint;
    private readonly SqlStatement discard;
    private readonly SqlStatement old;

    public BulkStore(DbConnection connection)
    {
        this.connection = connection;
        statements = new(connection);
        job = statements.Add(
            SqlStatement.Insert("BulkJobs", "Id", "Kind", "State", "ActorId", "ActorName", "CreatedAt", "StartedAt", "Command", "Total", "IsLookedAt", "Tally", "Fingerprint", "Version")
            + """ ON CONFLICT ("Id") DO NOTHING""");
        item = statements.Add(SqlStatement.Insert("BulkItems", "JobId", "Place", "OrderKey", "OrderId", "RequestId", "Forecast", "FreesAcknowledged", "Outcome"));
        total = statements.Add("""UPDATE "BulkJobs" SET "Total" = @Total, "State" = @State, "Version" = "Version" + 1 WHERE "Id" = @Id""");
        move = statements.Add(
            """
            UPDATE "BulkJobs" SET "State" = @To, "StartedAt" = COALESCE("StartedAt", @StartedAt), "EndedAt" = @EndedAt, "Obstacle" = @Obstacle, "Version" = "Version" + 1
            WHERE "Id" = @Id AND "State" = @From
            """);
        command = statements.Add("""UPDATE "BulkJobs" SET "Command" = @Command, "Version" = "Version" + 1 WHERE "Id" = @Id AND "State" = 1""");
        forecast = statements.Add(
            """
            UPDATE "BulkItems" SET "Forecast" = @Forecast, "Foreseen" = @Foreseen, "FreesAcknowledged" = @FreesAcknowledged WHERE "JobId" = @JobId AND "Place" = @Place
            """);
        looked = statements.Add(
            """
            UPDATE "BulkJobs" SET "IsLookedAt" = @IsLookedAt, "Version" = "Version" + 1 WHERE "Id" = @Id
                AND NOT EXISTS (SELECT 1 FROM "BulkItems" WHERE "JobId" = @Id AND "Forecast" = 0)
            """);
        leave = statements.Add($"""UPDATE "BulkItems" SET "Outcome" = @Outcome WHERE "JobId" = @JobId AND "Place" = @Place AND {IsDraft}""");
        reason = statements.Add($"""UPDATE "BulkItems" SET "ReasonLabelId" = @ReasonLabelId WHERE "JobId" = @JobId AND "Place" = @Place AND {IsDraft}""");
        fail = statements.Add(BulkLedger.OutcomeSql);
        end = statements.Add(
            """
            UPDATE "BulkJobs" SET "State" = 5, "EndedAt" = @EndedAt, "Version" = "Version" + 1 WHERE "Id" = @Id AND "State" = 2
                AND NOT EXISTS (SELECT 1 FROM "BulkItems" WHERE "JobId" = @Id AND "Outcome" = 0)
            """);
        tally = statements.Add("""UPDATE "BulkJobs" SET "Tally" = @Tally, "Version" = "Version" + 1 WHERE "Id" = @Id""");
        fingerprint = statements.Add("""SELECT "Fingerprint" FROM "BulkJobs" WHERE "Id" = @Id""");
        discard = statements.Add("""DELETE FROM "BulkJobs" WHERE "Id" = @Id AND "State" IN (0, 1)""");
        old = statements.Add("""DELETE FROM "BulkJobs" WHERE ("State" = 1 AND "CreatedAt" < @Drafts) OR ("State" = 0 AND "CreatedAt" < @Collecting)""");
        count = statements.Add(
            """
            SELECT "Forecast", "Foreseen", "Outcome", "Refusal", COUNT(*), SUM(CASE WHEN "FreesAcknowledged" THEN 1 ELSE 0 END) FROM "BulkItems"
            WHERE "JobId" = @JobId GROUP BY "Forecast", "Foreseen", "Outcome", "Refusal"
            """);
    }

    public static async Task<BulkStore> Open(StoreSource source, CancellationToken cancellationToken) => new(await source.OpenConnectionAsync(cancellationToken));

    /// <summary>Runs the work in a transaction.</summary>
    public void Together(Action work)
    {
        using var transaction = connection.BeginTransaction();
        statements.Enlist(transaction);
        work();
        transaction.Commit();
        statements.Enlist(null);
    }

    /// <summary>Adds a job without orders; false: there is one of that id.</summary>
    public bool Add(string id, BulkState state, OrderCommand wanted, Actor actor, DateTimeOffset now, string? call) => job.Run(
        id, (int)BulkCommand.KindOf(wanted), (int)state, actor.Id, actor.Name, Ticks.Of(now), state is BulkState.Running ? Ticks.Of(now) : null,
        BulkCommand.Write(wanted), 0, false, JsonSerializer.Serialize(Nothing), call, 1L) == 1;

    /// <summary>Adds orders from a place on.</summary>
    public void Add(string id, int place, IEnumerable<BulkOrder> orders)
    {
        foreach (var order in orders)
        {
            item.Run(id, place++, order.Key, order.OrderId, order.RequestId, (int)BulkOutcome.None, false, (int)BulkOutcome.None);
        }
    }

    /// <summary>The fingerprint of the call that made the job; null: it has none.</summary>
    public string? FingerprintOf(string id) => fingerprint.Value(id) as string;

    /// <summary>Forgets a job to which nothing has happened; false: something has.</summary>
    public bool Forget(string id) => discard.Run(id) == 1;

    /// <summary>Forgets jobs that nobody began since then, and those whose orders nobody collects any more.</summary>
    public void ForgetOld(DateTimeOffset draftsBefore, DateTimeOffset collectingBefore) => old.Run(Ticks.Of(draftsBefore), Ticks.Of(collectingBefore));

    /// <summary>How many orders it is about so far, and how far it is with that.</summary>
    public void Collected(string id, int orders, BulkState state) => total.Run(orders, (int)state, id);

    /// <summary>From one state to another; false: it is not in that state.</summary>
    public bool Move(string id, BulkState from, BulkState to, DateTimeOffset now, BulkObstacle? obstacle = null) =>
        move.Run((int)to, Ticks.Of(now), to is BulkState.Stopped or BulkState.Done ? Ticks.Of(now) : null, (int?)obstacle, id, (int)from) == 1;

    /// <summary>What a draft says from now on; false: it is none.</summary>
    public bool Say(string id, OrderCommand wanted) => command.Run(BulkCommand.Write(wanted), id) == 1;

    public void Foresee(BulkItemRef item, Decision decision, bool freesAcknowledged) =>
        forecast.Run((int)BulkLedger.Of(decision), (int?)(decision as Refused)?.Code, freesAcknowledged, item.JobId, item.Place);

    /// <summary>What would happen to every order of it is known, if so.</summary>
    public void LookedAt(string id) => looked.Run(true, id);

    /// <summary>Leaves an order of a draft out; false: it is none.</summary>
    public bool Leave(BulkItemRef item) => leave.Run((int)BulkOutcome.LeftOut, item.JobId, item.Place) == 1;

    /// <summary>Takes an order of a draft in again; false: it is none.</summary>
    public bool TakeIn(BulkItemRef item) => leave.Run((int)BulkOutcome.None, item.JobId, item.Place) == 1;

    /// <param name="labelId">Null: the job's.</param>
    public bool SetReason(BulkItemRef item, int? labelId) => reason.Run(labelId, item.JobId, item.Place) == 1;

    /// <summary>What became of an order that got no command, or whose command broke.</summary>
    public void Close(BulkItemRef item, BulkOutcome outcome, Refusal? refusal, string? trace, DateTimeOffset at) =>
        fail.Run((int)outcome, (int?)refusal, trace, Ticks.Of(at), item.JobId, item.Place);

    /// <summary>Ends a running job none of whose orders waits; false: one does.</summary>
    public bool End(string id, DateTimeOffset now) => end.Run(Ticks.Of(now), id) == 1;

    /// <summary>Counts what would become of the job's orders, and what has.</summary>
    public void Count(string id)
    {
        List<(BulkOutcome Forecast, Refusal? Foreseen, BulkOutcome Outcome, Refusal? Refusal, int Orders, int Freeing)> rows = [];
        using (var found = count.Read(id))
        {
            while (found.Read())
            {
                rows.Add(((BulkOutcome)found.GetInt32(0), (Refusal?)found.IntOrNull(1), (BulkOutcome)found.GetInt32(2), (Refusal?)found.IntOrNull(3), (int)found.GetInt64(4), (int)found.GetInt64(5)));
            }
        }

        var wanted = rows.FindAll(row => row.Outcome is not BulkOutcome.LeftOut);
        tally.Run(
            JsonSerializer.Serialize(new BulkTally(
                Sum(wanted, row => row.Forecast, row => row.Orders), Sum(wanted.Where(row => row.Foreseen is not null), row => row.Foreseen!.Value, row => row.Orders),
                Sum(rows, row => row.Outcome, row => row.Orders), Sum(rows.Where(row => row.Refusal is not null), row => row.Refusal!.Value, row => row.Orders),
                wanted.Sum(row => row.Freeing))),
            id);
    }

    public void Dispose()
    {
        statements.Dispose();
        connection.Dispose();
    }

    private static ImmutableSortedDictionary<TKey, int> Sum<TRow, TKey>(IEnumerable<TRow> rows, Func<TRow, TKey> key, Func<TRow, int> orders)
        where TKey : notnull => rows.GroupBy(key).ToImmutableSortedDictionary(group => group.Key, group => group.Sum(orders));
}

/// <summary>An order that was chosen.</summary>
/// <param name="Key">Null: there is none of that id, or not for who asks.</param>
/// <param name="RequestId">The request that was seen, of an answer to it.</param>
internal sealed record BulkOrder(long? Key, string OrderId, string? RequestId = null);
