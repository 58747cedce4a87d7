using System.Globalization;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Statements about several orders by their keys. The keys are parameters, and as many as the next of a few counts (the last key stands there again): so
/// there are a few texts, each planned once.
/// </summary>
internal static class KeysSql
{
    private const int Step = 8;
    private const int Page = 64;

    /// <param name="keys">At least one.</param>
    /// <param name="text">The statement around the list of keys, which stands in it once.</param>
    public static SqlQuery Of(IReadOnlyCollection<long> keys, Func<string, string> text)
    {
        List<KeyValuePair<string, object>> parameters = [];
        var among = Among(keys, parameters);
        return new(text(among), parameters);
    }

    /// <summary>The list of the keys; its parameters are added to the others.</summary>
    public static string Among(IReadOnlyCollection<long> keys, List<KeyValuePair<string, object>> parameters)
    {
        var size = keys.Count == 1 ? 1 : keys.Count <= Step ? Step : (keys.Count + Page - 1) / Page * Page;
        var first = parameters.Count;
        parameters.AddRange(keys.Concat(Enumerable.Repeat(keys.Last(), size - keys.Count))
            .Select((key, index) => KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"@k{index}"), (object)key)));
        return string.Join(',', parameters.Skip(first).Select(parameter => parameter.Key));
    }
}
