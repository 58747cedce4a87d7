using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace AdminOrders.Web.Ui;

/// <summary>
/// HTML that a page keeps as one piece. Each element and attribute of a component stays in its circuit's memory, once or twice; a page of rows has thousands that nobody
/// presses and that change only together.
/// </summary>
internal static class Html
{
    /// <summary>The text of the literal as it is; every text in its holes is encoded, for elements and for attributes in double quotes.</summary>
    public static MarkupString Of(HtmlText html) => html.Written();
}

/// <summary>An interpolated text on its way to HTML: it takes texts, which it encodes, and what is HTML already, and nothing else.</summary>
[InterpolatedStringHandler]
internal ref struct HtmlText(int literalLength, int formattedCount)
{
    // Letters of all languages may stand as they are.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private DefaultInterpolatedStringHandler written = new(literalLength, formattedCount);

    public void AppendLiteral(string html) => written.AppendLiteral(html);

    public void AppendFormatted(string? text) => written.AppendLiteral(Encoder.Encode(text ?? ""));

    // One that nobody has made is nothing.
    public void AppendFormatted(MarkupString html) => written.AppendLiteral(html.Value ?? "");

    public MarkupString Written() => new(written.ToStringAndClear());
}
