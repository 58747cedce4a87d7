using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Once an hour seals what was written since the last seal and prints the seal to the log: kept elsewhere, the line proves later what the history
/// was. One process does it at a time: who holds the lease. An hour in which nothing was written has no seal.
/// </summary>
internal sealed partial class SealRunner(StoreSource source, TimeProvider time, ILogger<SealRunner> logger) : BackgroundService
{
    internal const string LeaseName = "seals";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private readonly Lease lease = new(source, LeaseName, TimeSpan.FromMinutes(15));

    /// <summary>Seals if it is time and something was written, unless another process does. Returns the new seal; null: none.</summary>
    public async Task<SealRow?> RunOnce(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!await lease.Take(now, cancellationToken))
        {
            return null;
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var last = await Last(connection, cancellationToken);
        if (last is not null && now < Ticks.From(last.SealedAt) + Hour)
        {
            return null;
        }

        if (await Made(connection, last, now, cancellationToken) is not { } seal || !Insert(connection, seal))
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(seal.Hash);
        LogSealed(seal.Number, seal.FirstPosition, seal.LastPosition, hash);
        return seal;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunOrLog(stoppingToken);
            await Task.Delay(LongestPause, time, stoppingToken);
        }
    }

    private async Task RunOrLog(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnce(cancellationToken);
        }
        catch (DbException failure)
        {
            LogFailed(failure);
        }
    }

    private static async Task<SealRow?> Last(DbConnection connection, CancellationToken cancellationToken)
    {
        var rows = await connection.Read(
            new("""SELECT "Number", "FirstPosition", "LastPosition", "SealedAt", "Hash" FROM "Seals" ORDER BY "Number" DESC LIMIT 1""", []),
            row => new SealRow
            {
                Number = row.GetInt32(0),
                FirstPosition = row.GetInt64(1),
                LastPosition = row.GetInt64(2),
                SealedAt = row.GetInt64(3),
                Hash = row.GetFieldValue<byte[]>(4),
            },
            cancellationToken);
        return rows.FirstOrDefault();
    }

    // One statement sees one moment: positions are drawn in the order of the commits, so nothing comes in below the last one read.
    private static async Task<SealRow?> Made(DbConnection connection, SealRow? last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seal = new SealRow { Number = (last?.Number ?? 0) + 1, SealedAt = Ticks.Of(now) };
        using var hash = new SealHash(last?.Hash, seal.Number);
        using var statement = new SqlStatement(connection, """SELECT "Position", "Hash" FROM "History" WHERE "Position" > @After ORDER BY "Position" """);
        await using (var rows = statement.Read(last?.LastPosition ?? 0))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                seal.LastPosition = rows.GetInt64(0);
                seal.FirstPosition = seal.FirstPosition == 0 ? seal.LastPosition : seal.FirstPosition;
                hash.Add(seal.LastPosition, rows.GetFieldValue<byte[]>(1));
            }
        }

        seal.Hash = hash.End(seal.SealedAt);
        return seal.LastPosition == 0 ? null : seal;
    }

    // Not where another process was faster, nor where the store was put back meanwhile.
    private static bool Insert(DbConnection connection, SealRow seal)
    {
        using var insert = new SqlStatement(
            connection,
            """
            INSERT INTO "Seals" ("Number", "FirstPosition", "LastPosition", "SealedAt", "Hash")
            SELECT @Number, @FirstPosition, "Position", @SealedAt, @Hash FROM "History"
            WHERE "Position" = @LastPosition AND @Before = (SELECT COALESCE(MAX("Number"), 0) FROM "Seals")
            """);
        return insert.Run(seal.Number, seal.FirstPosition, seal.SealedAt, seal.Hash, seal.LastPosition, seal.Number - 1) == 1;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Seal {Number} over positions {First} to {Last}: {Hash}")]
    private partial void LogSealed(int number, long first, long last, string hash);

    [LoggerMessage(Level = LogLevel.Error, Message = "The history could not be sealed; it is tried again")]
    private partial void LogFailed(Exception failure);
}
