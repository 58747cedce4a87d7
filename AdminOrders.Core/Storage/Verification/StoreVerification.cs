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
        var run = new VerificationRun(source, progress);
        try
        {
            await Read(run, beganAt, cancellationToken);
        }
        catch (DbException damage) when (source.IsDamage(damage))
        {
            run.AddDamage(damage.Message);
        }

        return run.Report(beganAt, time.GetElapsedTime(began));
    }

    private async Task Read(VerificationRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = source.BeginRead(db.Database.GetDbConnection());
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        if (!await run.IsWhole(db, cancellationToken))
        {
            return;
        }

        var rules = new RuleCheck(now, await policy.Read(cancellationToken));
        await run.Orders(db, rules, MostAtOnce, cancellationToken);
        await run.Terms(db, cancellationToken);
        await run.Counters(db, cancellationToken);
        await run.Stock(db, cancellationToken);
        await run.Channels(db, cancellationToken);
        await run.Trail(db, cancellationToken);
        await run.Model(db, cancellationToken);
        await run.SearchIndex(db, cancellationToken);
    }
}

/// <summary>One verification: its counts, what it found.</summary>
internal sealed class VerificationRun(StoreSource source, IProgress<VerificationProgress>? progress)
{
    private readonly FindingTally tally = new();
    private readonly TermCheck terms = new();
    private readonly CounterCheck counters = new();
    private long orders;
    private long historyRows;
    private List<SealRow> seals = [];

    /// <summary>The engine's own check. False: what it reads out of such tables is worth nothing.</summary>
    public async Task<bool> IsWhole(OrdersDb db, CancellationToken cancellationToken)
    {
        var damages = await source.Damages(db.Database.GetDbConnection(), cancellationToken);
        foreach (var damage in damages)
        {
            AddDamage(damage);
        }

        return damages.Count == 0;
    }

    public void AddDamage(string words) => tally.Add(new Finding(Invariant.DatabaseWhole, null, "-", "ok", words));

    /// <summary>Reads chunk by chunk; the chunks before are checked meanwhile.</summary>
    public async Task Orders(OrdersDb db, RuleCheck rules, int mostAtOnce, CancellationToken cancellationToken)
    {
        var all = await db.Orders.LongCountAsync(cancellationToken);
        var checking = new Queue<Task<List<Finding>>>();
        for (long? after = long.MinValue; after is { } key;)
        {
            var chunk = await OrderChunk.Read(db, key, cancellationToken);
            checking.Enqueue(Task.Run(() => OrderCheck.Of(chunk, rules, terms, counters), cancellationToken));
            if (checking.Count > mostAtOnce)
            {
                tally.Add(await checking.Dequeue());
            }

            orders += chunk.Count;
            progress?.Report(new(orders, all));
            after = chunk.Next;
        }

        foreach (var checkedChunk in checking)
        {
            tally.Add(await checkedChunk);
        }
    }

    /// <summary>The terms that orders are looked up by, against those of the orders' documents.</summary>
    public async Task Terms(OrdersDb db, CancellationToken cancellationToken) => Add(await terms.Compare(db, cancellationToken));

    /// <summary>The counters of orders, against the orders.</summary>
    public async Task Counters(OrdersDb db, CancellationToken cancellationToken) => tally.Add(await counters.Compare(db, cancellationToken));

    /// <summary>The levels of stock, against reservations and movements.</summary>
    public async Task Stock(OrdersDb db, CancellationToken cancellationToken)
    {
        await foreach (var finding in StockCheck.Run(db, cancellationToken))
        {
            tally.Add(finding);
        }
    }

    /// <summary>What is remembered of channels, against the orders.</summary>
    public async Task Channels(OrdersDb db, CancellationToken cancellationToken)
    {
        await foreach (var finding in ChannelCheck.Run(db, cancellationToken))
        {
            tally.Add(finding);
        }
    }

    /// <summary>The history in the order of its positions, against the counter and the seals.</summary>
    public async Task Trail(OrdersDb db, CancellationToken cancellationToken)
    {
        var all = await db.Seals.OrderBy(row => row.Number).ToListAsync(cancellationToken);
        var gaps = new PositionGaps(await db.Restores.ToListAsync(cancellationToken));
        using var sealing = new SealCheck(all, gaps);
        var positions = new PositionCheck(sealing.First, gaps);
        tally.Add(sealing.Chain());
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """SELECT "Position", "Hash" FROM "History" ORDER BY "Position" """;
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

    public async Task Model(OrdersDb db, CancellationToken cancellationToken)
    {
        await foreach (var finding in new ModelCheck(db, source).Run(cancellationToken))
        {
            tally.Add(finding);
        }
    }

    public async Task SearchIndex(OrdersDb db, CancellationToken cancellationToken)
    {
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

    private void Add(Finding? finding)
    {
        if (finding is not null)
        {
            tally.Add(finding);
        }
    }
}
