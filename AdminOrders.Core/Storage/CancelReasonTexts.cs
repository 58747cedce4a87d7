
namespace AdminOrders.Core.Storage;

/// <summary>What was typed as the reason of the canceled orders of a page: one keyed read, and none where nothing is canceled.</summary>
internal static class CancelReasonTexts
{
    /// <summary>Name of the reason's text among the texts of a history row.</summary>
    public const string TextName = "reason";

    /// <summary>The views with the texts.</summary>
    public static async Task<IReadOnlyList<OrderListView>> Complete(StoreReading reading, IReadOnlyList<OrderListRow> rows, CancellationToken cancellationToken)
    {
        var texts = await Of(reading, [.. rows.Select(row => row.CancelReceipt).OfType<string>()], cancellationToken);
        return [.. rows.Select(row => row.CancelReceipt is { } receipt && texts.TryGetValue(receipt, out var text)
            ? row.View with { CancelReasonText = text }
            : row.View)];
    }

    /// <summary>By receipt, the texts of those that have one.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Of(StoreReading reading, IReadOnlyList<string> receipts, CancellationToken cancellationToken) =>
        receipts.Count == 0
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : (await reading.Read(Query(receipts), row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), cancellationToken)).ToDictionary(StringComparer.Ordinal);

    private static SqlQuery Query(IReadOnlyList<string> receipts)
    {
        var parameters = receipts.Select((receipt, index) => KeyValuePair.Create<string, object>($"@h{index}", receipt)).ToList();
        return new SqlQuery(
            $"""
            SELECT "HistoryId", "Value" FROM "HistoryTexts"
            WHERE "HistoryId" IN ({string.Join(',', parameters.Select(parameter => parameter.Key))}) AND "Name" = '{TextName}' AND "Value" IS NOT NULL
            """, parameters);
    }
}
