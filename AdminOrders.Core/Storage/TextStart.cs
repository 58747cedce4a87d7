namespace AdminOrders.Core.Storage;

/// <summary>Orders of which one column begins with a text, and those before it with none that is asked for.</summary>
/// <param name="Text">Of one character or two: those have an index in the order of creation.</param>
/// <param name="All">Every text that is asked for, of the same length.</param>
internal sealed record TextStart(string Text, string Column, IReadOnlyList<string> Before, IReadOnlyList<string> All)
{
    public const int MostCharacters = 2;

    /// <summary>The condition on an order <c>o</c>, in the words of its index.</summary>
    public string Sql(Func<string, string> parameter) => string.Join(
        " AND ",
        Before.Select(column => $"{Start(column)} NOT IN ({string.Join(", ", All.Select(parameter))})").Prepend($"{Start(Column)} = {parameter(Text)}"));

    public static int CharactersOf(string text) => text.EnumerateRunes().Count();

    private string Start(string column) => $"""substr(o."{column}", 1, {(CharactersOf(Text) == 1 ? "1" : "2")})""";
}
