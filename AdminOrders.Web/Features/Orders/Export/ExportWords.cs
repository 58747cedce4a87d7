using System.Globalization;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Orders.Export;

/// <summary>The words of exports.</summary>
internal static class ExportWords
{
    private const long Unit = 1000;
    private static readonly string[] Units = ["B", "kB", "MB", "GB"];

    public static string Of(ExportState state) => Word($"Export_State_{state}");

    public static string ToneOf(ExportState state) => state switch
    {
        ExportState.Running or ExportState.Sending => "blue",
        ExportState.Done => "green",
        ExportState.Failed => "red",
        _ => "neutral",
    };

    /// <summary>Why it failed.</summary>
    public static string Of(ExportFailure failure, string? trace) => OrderWords.Say(Word($"Export_Failure_{failure}"), trace ?? "");

    /// <summary>What became of the wish; null: it was begun.</summary>
    public static string? Of(ExportBegun begun) => begun switch
    {
        ExportBegun.Begun => null,
        ExportBegun.TooMany => OrderWords.Say(Texts.Export_TooMany, PastExports.MostWaiting),
        ExportBegun.SearchGone => Texts.Export_SearchGone,
        ExportBegun.Denied => Texts.Account_AccessDeniedText,
    };

    public static string Of(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "CSV",
        ExportFormat.Xlsx => "XLSX",
    };

    public static string Of(ExportRows rows) => rows is ExportRows.PerSku ? Texts.Export_RowPerSku : Texts.Export_RowPerOrder;

    /// <summary>How many columns were chosen.</summary>
    public static string Columns(ExportRequest request) => request.Columns is { } chosen ? OrderWords.Count(chosen.Count, Texts.Export_OneColumn, Texts.Export_SomeColumns) : Texts.Export_AllColumns;

    /// <summary>Which orders, in one line.</summary>
    public static string Title(ExportItem item) => item.Words.Count == 0 ? Texts.AllOrders : string.Join(" · ", item.Words);

    /// <summary>How far it is.</summary>
    public static string Progress(PastExport export) => export.Total is { } total
        ? OrderWords.Say(Texts.Export_Progress, Number(export.Written), Number(total))
        : OrderWords.Say(Texts.Export_SoFar, Number(export.Written));

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Bytes in the largest unit that leaves something before the point: 1.2 MB.</summary>
    public static string Size(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= Unit && unit < Units.Length - 1)
        {
            (size, unit) = (size / Unit, unit + 1);
        }

        return $"{size.ToString(unit == 0 ? "N0" : "N1", CultureInfo.CurrentCulture)} {Units[unit]}";
    }

    private static string Word(string key) => Texts.ResourceManager.GetString(key, Texts.Culture) ?? throw new InvalidOperationException($"There is no text {key}.");
}
