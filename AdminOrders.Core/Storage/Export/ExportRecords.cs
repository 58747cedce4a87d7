using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace AdminOrders.Core.Storage.Export;

/// <summary>The rows of exports. Who writes one off names which beginning it is: what an earlier one still has to say is passed over.</summary>
internal sealed class ExportRecords(StoreSource source)
{
    private const string Columns =
        """
        "Id", "ActorId", "ActorName", "Query", "Text", "Filter", "Format", "Rows", "Columns", "IsPersonal", "Zone", "Culture", "State", "Failure", "Trace",
        "Beginnings", "Written", "Total", "Bytes", "CreatedAt", "StartedAt", "EndedAt", "ExpiresAt", "Version"
        """;

    private const string IsWritten = """ "Id" = @Id AND "Beginnings" = @Beginnings AND "State" IN (1, 7) """;

    private static readonly string AddSql = SqlStatement.Insert(
        "Exports", "Id", "ActorId", "ActorName", "Query", "Text", "Filter", "Format", "Rows", "Columns", "IsPersonal", "Zone", "Culture", "State",
        "Beginnings", "Written", "Bytes", "CreatedAt", "StartedAt", "Version") + """ ON CONFLICT ("Id") DO NOTHING""";

    /// <summary>Adds one; false: there is one of that id.</summary>
    public async Task<bool> Add(PastExport export, CancellationToken cancellationToken)
    {
        var (query, text, request) = export.Wish;
        return await Run(
            AddSql,
            [
                export.Id, export.ActorId, export.ActorName, query, text, JsonSerializer.Serialize(request.Filter), (int)request.Format, (int)request.Rows,
                request.Columns is null ? null : JsonSerializer.Serialize(request.Columns.Order(StringComparer.Ordinal)), request.IsPersonal, request.Zone.Id, request.Culture.Name,
                (int)export.State, export.Beginnings, 0L, 0L, Ticks.Of(export.CreatedAt), export.StartedAt is { } started ? Ticks.Of(started) : null, export.Version,
            ],
            cancellationToken);
    }

    public async Task<PastExport?> Find(string id, CancellationToken cancellationToken) =>
        (await Read("""WHERE "Id" = @id""", [new("@id", id)], cancellationToken)).FirstOrDefault();

    /// <summary>The newest, of everybody or of one.</summary>
    /// <param name="before">Only those that are older.</param>
    public Task<List<PastExport>> Newest(string? actorId, DateTimeOffset? before, int most, CancellationToken cancellationToken) => Read(
        $"""WHERE "CreatedAt" < @before {(actorId is null ? "" : "AND \"ActorId\" = @actor")} ORDER BY "CreatedAt" DESC, "Id" LIMIT @most""",
        [new("@before", before is { } limit ? Ticks.Of(limit) : long.MaxValue), new("@most", most), .. actorId is null ? Array.Empty<KeyValuePair<string, object>>() : [new("@actor", actorId)]],
        cancellationToken);

    /// <summary>The oldest that waits to be written, or was left while it was.</summary>
    public async Task<PastExport?> Next(CancellationToken cancellationToken) =>
        (await Read("""WHERE "State" IN (0, 1) ORDER BY "CreatedAt", "Id" LIMIT 1""", [], cancellationToken)).FirstOrDefault();

    /// <summary>How many of somebody's are not written yet.</summary>
    public async Task<int> Waiting(string actorId, CancellationToken cancellationToken) =>
        (await Read("""WHERE "State" IN (0, 1) AND "ActorId" = @actor""", [new("@actor", actorId)], cancellationToken)).Count;

    /// <summary>The same, begun once more; null: it has been canceled, or another process was first.</summary>
    public async Task<PastExport?> Begin(PastExport export, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isBegun = await Run(
            """
            UPDATE "Exports" SET "State" = 1, "Beginnings" = "Beginnings" + 1, "Written" = 0, "StartedAt" = COALESCE("StartedAt", @StartedAt), "Version" = "Version" + 1
            WHERE "Id" = @Id AND "Beginnings" = @Beginnings AND "State" IN (0, 1)
            """,
            [Ticks.Of(now), export.Id, export.Beginnings], cancellationToken);
        return isBegun ? await Find(export.Id, cancellationToken) : null;
    }

    /// <summary>How far it is; false: nobody wants it any more, or it was begun again elsewhere.</summary>
    public Task<bool> Tell(PastExport export, long written, long? total, CancellationToken cancellationToken) => Run(
        $"""UPDATE "Exports" SET "Written" = @Written, "Total" = @Total, "Version" = "Version" + 1 WHERE {IsWritten}""",
        [written, total, export.Id, export.Beginnings], cancellationToken);

    /// <summary>What came of it: state, failure, trace, orders, bytes, end and expiry are taken; false: nobody wants it any more, or it was begun again elsewhere.</summary>
    public Task<bool> End(PastExport export, CancellationToken cancellationToken) => Run(
        $"""
        UPDATE "Exports" SET "State" = @State, "Failure" = @Failure, "Trace" = @Trace, "Written" = CASE WHEN @Written > "Written" THEN @Written ELSE "Written" END,
            "Total" = COALESCE(@Total, "Total"), "Bytes" = @Bytes, "EndedAt" = @EndedAt, "ExpiresAt" = @ExpiresAt, "Version" = "Version" + 1
        WHERE {IsWritten}
        """,
        [
            (int)export.State, (int?)export.Failure, export.Trace, export.Written, export.Total, export.Bytes,
            export.EndedAt is { } ended ? Ticks.Of(ended) : null, export.ExpiresAt is { } expires ? Ticks.Of(expires) : null, export.Id, export.Beginnings,
        ],
        cancellationToken);

    /// <summary>Lets the next process begin it.</summary>
    public Task<bool> PutBack(PastExport export, CancellationToken cancellationToken) =>
        Run($"""UPDATE "Exports" SET "State" = 0, "Version" = "Version" + 1 WHERE {IsWritten}""", [export.Id, export.Beginnings], cancellationToken);

    /// <summary>Ends one that is not done yet; false: it is, or there is none of that id.</summary>
    public Task<bool> Cancel(string id, DateTimeOffset now, CancellationToken cancellationToken) => Run(
        """UPDATE "Exports" SET "State" = 3, "EndedAt" = @EndedAt, "Version" = "Version" + 1 WHERE "Id" = @Id AND "State" IN (0, 1)""", [Ticks.Of(now), id], cancellationToken);

    /// <summary>Says that the file is gone; false: there was none.</summary>
    public Task<bool> Delete(string id, CancellationToken cancellationToken) =>
        Run("""UPDATE "Exports" SET "State" = 5, "Version" = "Version" + 1 WHERE "Id" = @Id AND "State" = 2""", [id], cancellationToken);

    /// <summary>Says so of files that were kept long enough, and of those of which nobody knows how they ended.</summary>
    /// <param name="sendingBefore">What has been sent since then is not sent any more.</param>
    public async Task Expire(DateTimeOffset now, DateTimeOffset sendingBefore, CancellationToken cancellationToken)
    {
        await Run("""UPDATE "Exports" SET "State" = 6, "Version" = "Version" + 1 WHERE "State" = 2 AND "ExpiresAt" <= @Now""", [Ticks.Of(now)], cancellationToken);
        await Run("""UPDATE "Exports" SET "State" = 9, "Version" = "Version" + 1 WHERE "State" = 7 AND "CreatedAt" < @Before""", [Ticks.Of(sendingBefore)], cancellationToken);
    }

    private async Task<bool> Run(string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var statement = new SqlStatement(connection, sql);
        return statement.Run(values) > 0;
    }

    private async Task<List<PastExport>> Read(string where, IReadOnlyList<KeyValuePair<string, object>> parameters, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        return await reading.Read(new($"""SELECT {Columns} FROM "Exports" {where}""", parameters), View, cancellationToken);
    }

    private static PastExport View(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), Wish(row), Ticks.From(row.GetInt64(19)))
    {
        State = (ExportState)row.GetInt32(12),
        Failure = (ExportFailure?)row.IntOrNull(13),
        Trace = row.TextOrNull(14),
        Beginnings = row.GetInt32(15),
        Written = row.GetInt64(16),
        Total = row.LongOrNull(17),
        Bytes = row.GetInt64(18),
        StartedAt = row.InstantOrNull(20),
        EndedAt = row.InstantOrNull(21),
        ExpiresAt = row.InstantOrNull(22),
        Version = row.GetInt64(23),
    };

    private static ExportWish Wish(DbDataReader row) => new(row.GetString(3), row.TextOrNull(4), new(
        JsonSerializer.Deserialize<OrderFilter>(row.GetString(5))!, (ExportRows)row.GetInt32(7),
        // A machine that does not know the zone tells another, which the heads name.
        TimeZoneInfo.TryFindSystemTimeZoneById(row.GetString(10), out var zone) ? zone : TimeZoneInfo.Utc, CultureInfo.GetCultureInfo(row.GetString(11)))
    {
        Format = (ExportFormat)row.GetInt32(6),
        Columns = row.TextOrNull(8) is { } columns ? JsonSerializer.Deserialize<HashSet<string>>(columns) : null,
        IsPersonal = row.GetBoolean(9),
    });
}
