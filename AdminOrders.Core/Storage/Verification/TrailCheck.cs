using System.Globalization;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>The history as a trail: gap-free, chained, ended by what the order's row says, with the texts that it has hashes of.</summary>
internal static class TrailCheck
{
    public static IEnumerable<Finding> Of(VerifiedOrder order) => [.. Chain(order), .. End(order), .. Texts(order)];

    // The row's own hash goes on: one changed row is one finding.
    private static IEnumerable<Finding> Chain(VerifiedOrder order)
    {
        var previous = HistoryHash.Seed(order.Row.OrderId);
        for (var at = 0; at < order.History.Count; at++)
        {
            var row = order.History[at];
            var name = $"History {row.Number}";
            if (row.Number != at + 1)
            {
                yield return order.Broken(Invariant.HistoryGapFree, name, at + 1, row.Number);
            }

            if (at > 0 && row.Position <= order.History[at - 1].Position)
            {
                yield return order.Broken(Invariant.HistoryGapFree, name, $"> {order.History[at - 1].Position}", row.Position);
            }

            var hash = HistoryHash.Of(previous, row);
            if (!hash.AsSpan().SequenceEqual(row.Hash))
            {
                yield return order.Broken(Invariant.HistoryChain, name, hash, row.Hash);
            }

            previous = row.Hash;
        }
    }

    private static IEnumerable<Finding> End(VerifiedOrder order)
    {
        var row = order.Row;
        if (order.History.Count == 0)
        {
            yield return order.Broken(Invariant.HistoryGapFree, "> 0", 0);
        }
        else if ((row.HistoryCount, row.Position) is var stored && (order.History.Count, order.History[^1].Position) is var real && stored != real)
        {
            yield return order.Broken(Invariant.HistoryEnd, real, stored);
        }
        else if (!row.LastHash.AsSpan().SequenceEqual(order.History[^1].Hash))
        {
            yield return order.Broken(Invariant.HistoryEnd, order.History[^1].Hash, row.LastHash);
        }
    }

    private static IEnumerable<Finding> Texts(VerifiedOrder order)
    {
        var texts = order.Texts.ToDictionary(text => (text.HistoryId, text.Name));
        foreach (var row in order.History.Where(row => row.TextHashes.Length > 0))
        {
            foreach (var hash in row.TextHashes.Split(';'))
            {
                var (name, expected) = hash.LastIndexOf('=') is >= 0 and var at ? (hash[..at], hash[(at + 1)..]) : (hash, "");
                if (!texts.Remove((row.HistoryId, name), out var text))
                {
                    yield return order.Broken(Invariant.TextHash, NameOf(row, name), expected, null);
                }
                else if (text.Value is { } value && HistoryHash.OfText(text.Salt, value) is var found && found != expected)
                {
                    yield return order.Broken(Invariant.TextHash, NameOf(row, name), expected, found);
                }
            }
        }

        foreach (var ((historyId, name), _) in texts)
        {
            var row = order.History.FirstOrDefault(row => row.HistoryId == historyId);
            yield return order.Broken(
                row is null ? Invariant.RowBelongs : Invariant.TextHash, row is null ? $"HistoryTexts {historyId} {name}" : NameOf(row, name), null, name);
        }
    }

    private static string NameOf(HistoryRow row, string name) => string.Create(CultureInfo.InvariantCulture, $"HistoryTexts {row.Number} {name}");
}
