using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using Microsoft.AspNetCore.Http;

namespace AdminOrders.Bench.Api;

/// <summary>The floor of an export, a row for each order: one prepared statement, each column written as it comes, in English and UTC. No filter, no choice of columns, no moment that is held.</summary>
internal static class RawExport
{
    /// <summary>The heads of the columns, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "Origin", "Order", "Sequence", "Creation Date", "Client Document", "Email", "Status", "Last Change Date", "Payment System Name", "Total Value", "Seller Name",
        "Seller Order Id", "Cancelled By", "Cancellation Reason", "Authorized Date", "SalesChannel", "Currency Code", "Status raw value", "Marketplace Order Id", "Cancelled For",
        "Cancellation Date", "Invoiced Date", "Units",
    ];

    private const int RowsTogether = 512;

    // A column each: text, instant, label of a status, money of a currency with cents, reason, side, number.
    private const string Kinds = "TTTITTLITMTTTRITTTTFIIN";
    private const int TypedReason = 23;

    private const string Sql = """
        SELECT o."Origin", o."OrderId", o."Sequence", o."CreatedAt", o."CustomerDocument", o."CustomerEmail", o."Status", o."LastChangeAt",
            o."PaymentNames", o."Value", o."SellerName", o."SellerOrderId", o."CanceledBy", o."CancelReasonLabelId", o."AuthorizedAt", o."SalesChannel", o."Currency", o."Status",
            o."MarketplaceOrderId", o."CanceledFor", o."CanceledAt", o."InvoicedAt", o."Units", t."Value"
        FROM "Orders" o LEFT JOIN "HistoryTexts" t ON t."HistoryId" = o."CancelReceipt" AND t."Name" = 'reason'
        ORDER BY o."CreatedAt" DESC, o."Key" DESC
        """;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly SearchValues<byte> Special = SearchValues.Create(",;\"\r\n"u8);
    private static readonly SearchValues<byte> First = SearchValues.Create("=+-@\t\r\n "u8);
    private static readonly byte[][] Sides = [.. Enum.GetValues<Side>().Select(side => Encoding.UTF8.GetBytes(JsonNamingPolicy.KebabCaseLower.ConvertName(side.ToString())))];

    public static async Task Send(HttpContext context, string store)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        var (output, labels) = (context.Response.BodyWriter, new List<(byte[] Status, byte[] Label)>());
        await using var source = StoreSource.Recognize(store, "/");
        var reasons = Reasons(source);
        using var rows = new RawRows(source.OpenConnection(), Sql);
        for (var count = 1; rows.Next(); count++)
        {
            Write(rows, output, labels, reasons);
            if (count % RowsTogether == 0)
            {
                await output.FlushAsync();
            }
        }

        await output.FlushAsync();
    }

    private static Dictionary<long, byte[]> Reasons(StoreSource source)
    {
        using var rows = new RawRows(source.OpenConnection(), """SELECT "Id", "En" FROM "CancellationReasonLabels" """);
        var reasons = new Dictionary<long, byte[]>();
        while (rows.Next())
        {
            reasons.Add(rows.Number(0), rows.Text(1).ToArray());
        }

        return reasons;
    }

    private static void Write(RawRows rows, IBufferWriter<byte> output, List<(byte[] Status, byte[] Label)> labels, Dictionary<long, byte[]> reasons)
    {
        for (var column = 0; column < Kinds.Length; column++)
        {
            if (column > 0)
            {
                output.Write(","u8);
            }

            if (Kinds[column] is 'R')
            {
                Quote(Reason(rows, column, reasons), output);
            }
            else if (!rows.IsNull(column))
            {
                Write(Kinds[column], rows, column, output, labels);
            }
        }

        output.Write("\r\n"u8);
    }

    private static void Write(char kind, RawRows rows, int column, IBufferWriter<byte> output, List<(byte[] Status, byte[] Label)> labels)
    {
        switch (kind)
        {
            case 'T':
                Quote(rows.Text(column), output);
                break;
            case 'I':
                new DateTime(rows.Number(column), DateTimeKind.Utc).TryFormat(output.GetSpan(19), out var length, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                output.Advance(length);
                break;
            case 'L':
                output.Write(Label(rows.Text(column), labels));
                break;
            case 'M':
                Number(rows.Number(column) / 100, default, output);
                output.Write("."u8);
                Number(rows.Number(column) % 100, new('D', 2), output);
                break;
            case 'F':
                output.Write(Sides[rows.Number(column)]);
                break;
            default:
                Number(rows.Number(column), default, output);
                break;
        }
    }

    private static void Number(long number, StandardFormat format, IBufferWriter<byte> output)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(20), out var length, format);
        output.Advance(length);
    }

    private static void Quote(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        if (text.IsEmpty || (!text.ContainsAny(Special) && !First.Contains(text[0]) && text[^1] != (byte)' '))
        {
            output.Write(text);
            return;
        }

        output.Write(First.Contains(text.TrimStart((byte)' ') is [var first, ..] ? first : (byte)'x') ? "\"'"u8 : "\""u8);
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Replace("\"", "\"\"", StringComparison.Ordinal), output);
        output.Write("\""u8);
    }

    private static ReadOnlySpan<byte> Reason(RawRows rows, int column, Dictionary<long, byte[]> reasons)
    {
        var typed = rows.Text(TypedReason);
        var label = rows.IsNull(column) ? [] : reasons[rows.Number(column)];
        return label.Length == 0 ? typed : typed.IsEmpty ? label : (byte[])[.. label, .. " · "u8, .. typed];
    }

    private static byte[] Label(ReadOnlySpan<byte> status, List<(byte[] Status, byte[] Label)> labels)
    {
        foreach (var (known, label) in labels)
        {
            if (status.SequenceEqual(known))
            {
                return label;
            }
        }

        labels.Add((status.ToArray(), Encoding.UTF8.GetBytes(StatusText.LabelIn(English, Encoding.UTF8.GetString(status)))));
        return labels[^1].Label;
    }
}
