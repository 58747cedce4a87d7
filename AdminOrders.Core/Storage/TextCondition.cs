namespace AdminOrders.Core.Storage;

/// <summary>
/// What a text finds. Three characters and more: anywhere in the order's folded search text. Fewer: the beginning of id or sequence.
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

    /// <summary>The condition for a text as typed; null for nothing but white space.</summary>
    public static TextCondition? For(string? typed) =>
        typed is not null && SearchText.Fold(typed) is { Length: > 0 } folded ? new TextCondition(typed.Trim(), folded) : null;

    /// <summary>The condition on one order <c>o</c>, for a walk along the list.</summary>
    public string Sql(Func<string, string> parameter) => prefixes.Length == 0
        ? $"""EXISTS (SELECT 1 FROM "OrderSearch" s WHERE s."OrderKey" = o."Key" AND s."Text" LIKE {parameter($"%{Escape(folded)}%")} ESCAPE '\')"""
        : $"({string.Join(" OR ", Prefixes(parameter, plain: " || ''"))})";

    /// <summary>Keys of matching orders by the index of the text, in no order, each perhaps twice.</summary>
    public SqlQuery Keys(int limit)
    {
        List<KeyValuePair<string, object>> parameters = [];
        string Parameter(string value)
        {
            parameters.Add(new($"@t{parameters.Count}", value));
            return parameters[^1].Key;
        }

        var text = prefixes.Length == 0
            ? TrigramKeys(Parameter)
            : string.Join(" UNION ALL ", Prefixes(Parameter, plain: "").Select(prefix => $"""SELECT o."Key" FROM "Orders" o WHERE {prefix}"""));
        return new SqlQuery($"{text} LIMIT {limit}", parameters);
    }

    // The one statement that belongs to an engine: SQLite's FTS5 with trigrams, where a quoted phrase is a substring.
    // (Its LIKE uses the index only without ESCAPE, so it cannot take a % or _ as they stand.)
    private string TrigramKeys(Func<string, string> parameter) =>
        $"""SELECT rowid FROM "OrderSearchIndex" WHERE "OrderSearchIndex" MATCH {parameter($"\"{folded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")}""";

    private IEnumerable<string> Prefixes(Func<string, string> parameter, string plain) =>
        from column in PrefixColumns
        from prefix in prefixes
        select $"(o.\"{column}\"{plain} >= {parameter(prefix)} AND o.\"{column}\"{plain} < {parameter(prefix + '\uFFFF')})";

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
