using System.Globalization;

namespace AdminOrders.Core.Storage.Export;

/// <summary>What a row of an export is. The numbers are stored and never change.</summary>
public enum ExportRows
{
    /// <summary>A line of an order; an order without lines is a row too.</summary>
    PerSku = 0,
    PerOrder = 1,
}

/// <summary>What kind of file an export is. The numbers are stored and never change.</summary>
public enum ExportFormat
{
    /// <summary>Text of comma-separated values, RFC 4180.</summary>
    Csv = 0,

    /// <summary>A workbook, ISO/IEC 29500.</summary>
    Xlsx = 1,
}

/// <summary>A row before it is written.</summary>
/// <param name="Item">Null: the row is an order's.</param>
internal sealed record ExportLine(ExportedOrder Order, ExportedItem? Item, ExportWords Words);

/// <summary>The reader's words.</summary>
/// <param name="Zone">In which instants are told that stand together with others in a cell.</param>
/// <param name="Labels">Wordings of reasons by their id.</param>
internal sealed record ExportWords(CultureInfo Culture, TimeZoneInfo Zone, IReadOnlyDictionary<int, ReasonLabel> Labels);

/// <summary>A column that can be chosen.</summary>
/// <param name="Name">Its head, VTEX's where VTEX has the column; the same in every language.</param>
internal sealed record ExportColumn(string Name, ExportParts Needs, Action<ExportLine, IExportCells> Write)
{
    /// <summary>Tells something of a line, so it is left out where a row is an order.</summary>
    public bool IsOfSku { get; init; }

    /// <summary>Who may only list orders does not see it.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Its instants are told in a zone, which the head names.</summary>
    public bool IsInstant { get; init; }
}
