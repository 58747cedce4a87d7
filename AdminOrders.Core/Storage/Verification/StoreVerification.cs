using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>
/// Reads a whole store as it was at one moment and asks each <see cref="Invariant"/> of it. It writes nothing and locks nobody out; memory does
/// not grow with the store.
/// </summary>
public sealed class StoreVerification(StoreSource source, IDbContextFactory<OrdersDb> factory, PolicySetting policy, TimeProvider time)
{
    private static readonly int MostAtOnce = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Works through the store; the report names the first row of each invariant that does not fit.</summary>
    public async Task<VerificationReport> Run(IProgress<VerificationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var (beganAt, began) = (time.GetUtcNow(), time.GetTimestamp());
        var rules = new RuleCheck(beganAt, await policy.Read(cancellationToken));
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = source.BeginRead(db.Database.GetDbConnection());
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        var run = new VerificationRun(db, rules, progress);
        await run.Orders(MostAtOnce, cancellationToken);
        await run.Terms(cancellationToken);
        await run.Trail(cancellationToken);
        await run.Model(cancellationToken);
        await run.Engine(source, cancellationToken);
        return run.Report(beganAt, time.GetElapsedTime(began));
    }
}

/// <summary>One verification: its connection, its counts, what it found.</summary>
internal sealed class VerificationRun(OrdersDb db, RuleCheck rules, IProgress<VerificationProgress>? progress)
{
    private readonly FindingTally tally = new();
    private readonly TermCheck terms = new();
    private long orders;
    private long historyRows;
    private List<SealRow> seals = [];

    /// <summary>Reads chunk by chunk; the chunks before are checked meanwhile.</summary>
    public async Task Orders(int mostAtOnce, CancellationToken cancellationToken)
    {
        var all = await db.Orders.LongCountAsync(cancellationToken);
        var checking = new Queue<Task<List<Finding>>>();
        for (long? after = long.MinValue; after is { } key;)
        {
            var chunk = await OrderChunk.Read(db, key, cancellationToken);
            checking.Enqueue(Task.Run(() => Check(chunk, rules, terms), cancellationToken));
            if (checking.Count > mostAtOnce)
            {
                tally.Add(await checking.Dequeue());
            }

            orders += chunk.Orders.Count;
            progress?.Report(new(orders, all));
            after = chunk.Next;
        }

        foreach (var checkedChunk in checking)
        {
            tally.Add(await checkedChunk);
        }
    }

    /// <summary>The terms that orders are looked up by, against those of the orders' documents.</summary>
    public async Task Terms(CancellationToken cancellationToken) => Add(await terms.Compare(db, cancellationToken));

    /// <summary>The history in the order of its positions, against the counter and the seals.</summary>
    public async Task Trail(CancellationToken cancellationToken)
    {
        var all = await db.Seals.OrderBy(row => row.Number).ToListAsync(cancellationToken);
        var gaps = new PositionGaps(await db.Restores.ToListAsync(cancellationToken));
        using var sealing = new SealCheck(all, gaps);
        var positions = new PositionCheck(sealing.First, gaps);
        tally.Add(sealing.Chain());
        await using (var command = Command("""SELECT "Position", "Hash" FROM "History" ORDER BY "Position" """))
        await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                historyRows++;
                Add(positions.Next(rows.GetInt64(0)));
                tally.Add(sealing.Next(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)));
            }
        }

        var counter = await db.Positions.Where(row => row.Id == 1).Select(row => (long?)row.Last).SingleOrDefaultAsync(cancellationToken);
        Add(positions.End(counter));
        tally.Add(sealing.Rest());
        seals = all;
    }

    public async Task Model(CancellationToken cancellationToken)
    {
        await foreach (var finding in new ModelCheck(db).Run(cancellationToken))
        {
            tally.Add(finding);
        }
    }

    /// <summary>What only the engine can tell.</summary>
    public async Task Engine(StoreSource source, CancellationToken cancellationToken)
    {
        foreach (var damage in await source.Damages(db.Database.GetDbConnection(), cancellationToken))
        {
            tally.Add(new Finding(Invariant.DatabaseWhole, null, "-", "ok", damage));
        }

        foreach (var orderId in await source.NotInSearchIndex(db.Database.GetDbConnection(), cancellationToken))
        {
            tally.Add(new Finding(Invariant.SearchIndex, orderId, "OrderSearchIndex", "1", "0"));
        }
    }

    public VerificationReport Report(DateTimeOffset beganAt, TimeSpan took) => new()
    {
        BeganAt = beganAt,
        Took = took,
        Orders = orders,
        HistoryRows = historyRows,
        Seals = seals.Count,
        LastSeal = seals is [.., var last] ? last : null,
        Broken = tally.Broken,
    };

    private static List<Finding> Check(OrderChunk chunk, RuleCheck rules, TermCheck terms)
    {
        var findings = new List<Finding>(chunk.Strays);
        foreach (var order in chunk.Orders)
        {
            findings.AddRange(TrailCheck.Of(order));
            var fold = OrderFold.Of(order, findings);
            findings.AddRange(rules.Of(order, fold));
            findings.AddRange(fold is null ? [] : StateCheck.Of(order, fold));
            findings.AddRange(PartsCheck.Of(order, fold));
            findings.AddRange(EffectCheck.Of(order, fold));
        }

        findings.AddRange(terms.Expect(chunk));

        return findings;
    }

    private void Add(Finding? finding)
    {
        if (finding is not null)
        {
            tally.Add(finding);
        }
    }

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
