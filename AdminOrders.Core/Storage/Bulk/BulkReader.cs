using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>Reads bulk jobs and what came of them.</summary>
public sealed class BulkReader(StoreSource source)
{
    private const string JobColumns =
        """
        "Id", "Kind", "State", "ActorId", "ActorName", "CreatedAt", "StartedAt", "EndedAt", "Command", "Total", "IsLookedAt", "Tally", "Obstacle", "Version"
        """;

    private const string ItemColumns =
        """
        i."Place", i."OrderId", o."Status", o."CustomerName", o."Value", o."Currency", i."ReasonLabelId",
            i."Forecast", i."Foreseen", i."Outcome", i."Refusal", i."Receipt", i."At", r."ClosedByName"
        """;

    /// <summary>The job; null: there is none of that id.</summary>
    public async Task<BulkJobView?> Find(string id, CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        var found = await reading.Read(new($"""SELECT {JobColumns} FROM "BulkJobs" WHERE "Id" = @id""", [new("@id", id)]), Job, cancellationToken);
        return found.FirstOrDefault();
    }

    /// <summary>The newest jobs that somebody began.</summary>
    public async Task<IReadOnlyList<BulkJobView>> Newest(int most, CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        return await reading.Read(
            new($"""SELECT {JobColumns} FROM "BulkJobs" WHERE "StartedAt" IS NOT NULL ORDER BY "CreatedAt" DESC, "Id" LIMIT @most""", [new("@most", most)]), Job, cancellationToken);
    }

    /// <summary>At most <paramref name="size"/> of the job's orders, in the order in which they were chosen.</summary>
    /// <param name="from">The place after which they begin; below zero, the opposite of the place before which they end; 0: from the first on.</param>
    public async Task<BulkItems> Items(string id, BulkItemFilter filter, int from, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        await using var reading = await source.OpenReading(cancellationToken);
        var page = await KeysetPage<BulkItemView>.Read(
            from == 0 ? null : new Start(from), start => start.From < 0, size,
            (start, most) => reading.Read(Page(id, filter, start?.From ?? 0, most), Item, cancellationToken));
        return new(page.Rows, page.HasNext ? page.Rows[^1].Place : null, page.HasPrevious ? -page.Rows[0].Place : null);
    }

    private static SqlQuery Page(string id, BulkItemFilter filter, int from, int most)
    {
        List<KeyValuePair<string, object>> parameters = [new("@id", id), new("@most", most), new("@from", Math.Abs((long)from))];
        var where = $"i.\"JobId\" = @id AND i.\"Place\" {(from < 0 ? '<' : '>')} @from";
        if (filter.Forecast is { } forecast)
        {
            where += string.Create(CultureInfo.InvariantCulture, $" AND i.\"Forecast\" = {(int)forecast} AND i.\"Outcome\" <> {(int)BulkOutcome.LeftOut}");
        }

        if (filter.Outcome is { } outcome)
        {
            where += string.Create(CultureInfo.InvariantCulture, $" AND i.\"Outcome\" = {(int)outcome}");
        }

        return new(
            $"""
            SELECT {ItemColumns} FROM "BulkItems" i LEFT JOIN "Orders" o ON o."Key" = i."OrderKey"
            LEFT JOIN "CancellationRequests" r ON r."OrderKey" = i."OrderKey" AND r."RequestId" = i."RequestId"
            WHERE {where} ORDER BY i."Place" {(from < 0 ? "DESC" : "ASC")} LIMIT @most
            """,
            parameters);
    }

    private static BulkJobView Job(DbDataReader row)
    {
        var kind = (BulkKind)row.GetInt32(1);
        return new(
            row.GetString(0), kind, (BulkState)row.GetInt32(2), row.GetString(3), row.GetString(4),
            Ticks.From(row.GetInt64(5)), row.InstantOrNull(6), row.InstantOrNull(7), BulkCommand.Read(kind, row.GetString(8)), row.GetInt32(9), row.GetBoolean(10),
            JsonSerializer.Deserialize<BulkTally>(row.GetString(11))!, (BulkObstacle?)row.IntOrNull(12), row.GetInt64(13));
    }

    private static BulkItemView Item(DbDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3), row.LongOrNull(4), row.TextOrNull(5), row.IntOrNull(6),
        (BulkOutcome)row.GetInt32(7), (Refusal?)row.IntOrNull(8), (BulkOutcome)row.GetInt32(9), (Refusal?)row.IntOrNull(10), row.TextOrNull(11), row.InstantOrNull(12), row.TextOrNull(13));

    private sealed record Start(int From);
}
