using System.Globalization;
using System.Net;

namespace AdminOrders.Core.Connectors;

/// <summary>
/// How a mail looks: one narrow card of tables with the styles on the elements, which is what mail programs understand. Nothing is loaded from
/// anywhere.
/// </summary>
internal static class MailHtml
{
    private const string Table = "role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string Cell = "padding:10px 0;border-top:1px solid #e4e6ea;font-size:15px;line-height:22px;vertical-align:top;overflow-wrap:anywhere";

    /// <summary>The page; texts keep their lines.</summary>
    /// <param name="rows">What there is to know, each with its label.</param>
    /// <param name="button">Where the reader can go on; null: nowhere.</param>
    public static string Of(CultureInfo culture, string title, string intro, IEnumerable<(string Label, string Value)> rows, (string Label, string Address)? button) =>
        $"""
        <!DOCTYPE html>
        <html lang="{culture.TwoLetterISOLanguageName}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light">
        <title>{Encoded(title)}</title>
        </head>
        <body style="margin:0;padding:0;background-color:#f3f4f6">
        <table {Table} style="background-color:#f3f4f6"><tr><td align="center" style="padding:24px 12px">
        <table {Table} style="max-width:560px;background-color:#ffffff;border:1px solid #e4e6ea;border-radius:8px;{Font};color:#1f2328">
        <tr><td align="left" style="padding:24px">
        <h1 style="margin:0 0 12px;font-size:20px;line-height:28px;font-weight:600;overflow-wrap:anywhere">{Encoded(title)}</h1>
        <p style="margin:0 0 20px;font-size:16px;line-height:24px;overflow-wrap:anywhere">{Encoded(intro)}</p>
        <table width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed">
        {string.Join('\n', rows.Select(Row))}
        </table>{(button is { } to ? Button(to.Label, to.Address) : "")}
        </td></tr>
        </table>
        </td></tr></table>
        </body>
        </html>

        """.ReplaceLineEndings("\r\n");

    private static string Row((string Label, string Value) row) =>
        $"""<tr><th scope="row" align="left" width="34%" style="{Cell};padding-right:12px;font-weight:400;color:#57606a">{Encoded(row.Label)}</th><td style="{Cell}">{Encoded(row.Value)}</td></tr>""";

    private static string Button(string label, string address) =>
        $"""
        
        <p style="margin:24px 0 0"><a href="{Encoded(address)}" style="display:inline-block;padding:12px 20px;background-color:#0b5cad;border-radius:6px;color:#ffffff;font-size:16px;line-height:20px;font-weight:600;text-decoration:none">{Encoded(label)}</a></p>
        """;

    private static string Encoded(string text) => WebUtility.HtmlEncode(text).Replace("\r\n", "<br>", StringComparison.Ordinal);
}
