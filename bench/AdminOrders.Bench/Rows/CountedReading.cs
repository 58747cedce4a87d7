using System.Data.Common;
using System.Text.RegularExpressions;
using AdminOrders.Core.Storage;
using Microsoft.Data.Sqlite;

namespace AdminOrders.Bench.Rows;

/// <summary>
/// A reading that counts the rows its statements look at: the engine calls a function with each row of a table or of an index of it, before it asks anything else
/// of it. What a table has joined to it by key is not counted again.
/// </summary>
internal sealed partial class CountedReading : StoreReading
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["Orders"] = "\"Key\"",
        ["OrderTerms"] = "\"OrderKey\"",
        ["Payments"] = "\"OrderKey\"",
        ["Deliveries"] = "\"OrderKey\"",
        ["CancellationRequests"] = "\"OrderKey\"",
        ["OrderSearch"] = "\"OrderKey\"",
        ["OrderSearchIndex"] = "rowid",
        ["OrderCounters"] = "\"Day\"",
    };

    private readonly StoreReading inner;
    private readonly SqliteConnection connection;
    private long seen;

    public CountedReading(StoreReading inner, string connectionString)
    {
        this.inner = inner;
        connection = new(connectionString);
        connection.Open();
        connection.CreateFunction("seen", (long _) => ++seen > 0);
    }

    /// <summary>Rows that the statement looked at which looked at most.</summary>
    public long Most { get; private set; }

    /// <summary>Rows that all statements looked at.</summary>
    public long All { get; private set; }

    // What a text is made of is asked beside the statements: a few hundred entries of the index at most.
    public override StoreReads Reads => inner.Reads;

    public override async Task<List<T>> Read<T>(SqlQuery query, Func<DbDataReader, T> view, CancellationToken cancellationToken)
    {
        seen = 0;
        var rows = await connection.Read(query with { Text = Tables().Replace(query.Text, Counted) }, view, cancellationToken);
        Most = Math.Max(Most, seen);
        All += seen;
        return rows;
    }

    public override ValueTask HoldMoment(CancellationToken cancellationToken) => throw new NotSupportedException("Only single statements are counted.");

    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await inner.DisposeAsync();
    }

    private static string Counted(Match table) => Keys.TryGetValue(table.Groups["table"].Value, out var key)
        ? $"{table.Groups["from"].Value} WHERE seen({table.Groups["row"].Value}.{key}){(table.Groups["where"].Success ? " AND " : "")}"
        : table.Value;

    [GeneratedRegex("""(?<from>(FROM|CROSS JOIN) "(?<table>\w+)" (?<row>[a-z])\b( CROSS JOIN "Orders" o ON o\."Key" = t\."OrderKey"| NOT INDEXED)?)(?<where>\s+WHERE\s)?""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Tables();
}
