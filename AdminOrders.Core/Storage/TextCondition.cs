
namespace AdminOrders.Core.Storage;

/// <summary>
/// What a text finds. Three characters and more: anywhere in the order's folded search text or in the name of a SKU of its lines. Fewer: the beginning of id or sequence.
/// </summary>
internal sealed class TextCondition
{
    private const int ShortestInside = 3;
    private static readonly string[] PrefixColumns = ["OrderId", "Sequence"];
    private readonly string folded;
    private readonly string[] prefixes;

    private TextCondition(string typed, string folded)
    {
        this.folded = folded;
        prefixes = folded.EnumerateRunes().Count() >= ShortestInside
            ? []
            : [.. new[] { typed, typed.ToUpperInvariant(), typed.ToLowerInvariant() }.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Arms of a list in the order of creation that together find what it does; empty: it finds more than beginnings.</summary>
    public async Task<IReadOnlyList<TextStart>> Starts(StoreReading reading, CancellationToken cancellationToken) =>
        prefixes.Length == 0 ? [] : await TextStart.Find(reading, PrefixColumns, prefixes, cancellationToken);

    /// <summary>The condition for a text as typed; null for nothing but white space.</summary>
    public static TextCondition? For(string? typed) =>
        typed is not null && Clean(typed) is var clean && SearchText.Fold(clean) is { Length: > 0 } folded ? new TextCondition(clean, folded) : null;

    /// <summary>The text without white space around it, and without U+0000, which no store can be asked for.</summary>
    public static string Clean(string typed) => typed.Replace('\0', ' ').Trim();

    /// <summary>The pattern of LIKE, with <c>\</c> as ESCAPE, for texts that contain the folded one.</summary>
    public static string PatternInside(string folded) =>
        $"%{folded.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>The condition on one order <c>o</c>, for a walk along the list.</summary>
    public string Sql(StoreSource source, Func<string, string> parameter) => prefixes.Length == 0
        ? Inside(parameter(PatternInside(folded)))
        : $"({string.Join(" OR ", Prefixes(parameter, column => source.OffTheIndex(column, " || ''")))})";

    /// <summary>Whether a walk along the list soon meets a page of orders that it finds.</summary>
    public bool IsFrequent(StoreSource source, StoreReading reading) => prefixes.Length == 0 && source.IsFrequent(reading, folded);

    /// <summary>Keys of matching orders by the index of the text, in no order, each perhaps twice.</summary>
    public SqlQuery Keys(StoreSource source, StoreReading reading, int limit)
    {
        List<KeyValuePair<string, object>> parameters = [];
        string Parameter(string value)
        {
            parameters.Add(new($"@t{parameters.Count}", value));
            return parameters[^1].Key;
        }

        return new SqlQuery($"{Keys(source, reading, Parameter)} LIMIT {limit}", parameters);
    }

    /// <summary>The same, all of them, for a statement with parameters of its own.</summary>
    public string Keys(StoreSource source, StoreReading reading, Func<string, string> parameter) => prefixes.Length == 0
        ? $"{source.KeysOfText(reading, folded, parameter)} UNION ALL {SkuNames.Keys(parameter(PatternInside(folded)))}"
        : string.Join(" UNION ALL ", Prefixes(parameter, column => column).Select(prefix => $"""SELECT o."Key" FROM "Orders" o WHERE {prefix}"""));

    private static string Inside(string pattern) =>
        $"""(EXISTS (SELECT 1 FROM "OrderSearch" s WHERE s."OrderKey" = o."Key" AND s."Text" LIKE {pattern} ESCAPE '\') OR {SkuNames.AreIn(pattern)})""";

    private IEnumerable<string> Prefixes(Func<string, string> parameter, Func<string, string> write) =>
        from column in PrefixColumns.Select(name => write($"o.\"{name}\""))
        from prefix in prefixes
        select $"({column} >= {parameter(prefix)} AND {column} < {parameter(prefix + '\uFFFF')})";
}
