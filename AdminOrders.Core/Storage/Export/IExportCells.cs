using System.Buffers;

namespace AdminOrders.Core.Storage.Export;

/// <summary>Writes a file of rows, cell by cell. Nothing is waited for: who has opened what it writes to flushes that now and then.</summary>
internal interface IExportCells : IDisposable
{
    /// <summary>Writes what stands before the first row.</summary>
    void Begin(IReadOnlyList<string> heads);

    /// <summary>A text of people, which is never a formula; null and "" are an empty cell.</summary>
    void Text(string? text);

    void Number(long number);

    /// <param name="minorUnits">Null: an empty cell.</param>
    void Money(long? minorUnits, string currency);

    /// <param name="instant">Told in the file's zone, to the second; null: an empty cell.</param>
    void Instant(DateTimeOffset? instant);

    void EndRow();

    /// <summary>Writes what stands behind the last row; nothing follows.</summary>
    void End();
}

/// <summary>Which texts a spreadsheet would take for a formula.</summary>
internal static class Formula
{
    // Full-width twins are read as formulas too.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static bool IsSeenIn(string text) => text.AsSpan().TrimStart(' ') is [var first, ..] && Beginnings.Contains(first);
}
