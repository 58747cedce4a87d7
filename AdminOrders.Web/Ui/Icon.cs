using Microsoft.AspNetCore.Components;

namespace AdminOrders.Web.Ui;

/// <summary>Line icons by name. One says nothing by itself: the word beside it, or the label of the button around it, does.</summary>
internal static class Icon
{
    // Whole, so that a page keeps a reference for each and neither a component nor its elements.
    private static readonly Dictionary<string, string> Icons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["alert"] = """<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.4v.1"/>""",
        ["back"] = """<path d="M19 12H5M11 6l-6 6 6 6"/>""",
        ["bell"] = """<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4"/>""",
        ["brand"] = """<path d="M4 8.5 12 4l8 4.5v7L12 20l-8-4.5z"/><path d="m4 8.5 8 4.5 8-4.5M12 13v7"/>""",
        ["bulk"] = """<path d="m4 8 2 2 3.500-4M4 17l2 2 3.500-4M13 8h7M13 17h7"/>""",
        ["cancel"] = """<circle cx="12" cy="12" r="8.5"/><path d="m9 9 6 6m0-6-6 6"/>""",
        ["channels"] = """<path d="M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4"/>""",
        ["check"] = """<path d="m5 12.5 4.5 4.5L19 7.5"/>""",
        ["chevron-down"] = """<path d="m6 9.5 6 6 6-6"/>""",
        ["chevron-left"] = """<path d="m14.5 6-6 6 6 6"/>""",
        ["chevron-right"] = """<path d="m9.5 6 6 6-6 6"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>""",
        ["close"] = """<path d="m6 6 12 12M18 6 6 18"/>""",
        ["comment"] = """<path d="M4 5h16v11H10l-4 4v-4H4z"/>""",
        ["download"] = """<path d="M12 4v11m-5-4.5 5 5 5-5M4.5 20h15"/>""",
        ["edit"] = """<path d="m4.5 19.5 1-4.5L16 4.5 19.5 8 9 18.5zM13.5 7l3.5 3.5"/>""",
        ["filter"] = """<path d="M4 6h16M7 12h10M10 18h4"/>""",
        ["history"] = """<path d="M4 12a8 8 0 1 0 2.5-5.800L4 8.5M4 4v4.5h4.5M12 8v4l3 2"/>""",
        ["info"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.1"/>""",
        ["insights"] = """<path d="M4 20h16M6.500 16v-5M12 16V5M17.500 16V9"/>""",
        ["language"] = """<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c3 2.5 3 14.5 0 17M12 3.5c-3 2.5-3 14.5 0 17"/>""",
        ["menu"] = """<path d="M4 7h16M4 12h16M4 17h16"/>""",
        ["money"] = """<rect x="3.5" y="6.5" width="17" height="11" rx="2"/><circle cx="12" cy="12" r="2.5"/>""",
        ["more"] = """<circle cx="5.500" cy="12" r=".9"/><circle cx="12" cy="12" r=".9"/><circle cx="18.500" cy="12" r=".9"/>""",
        ["requests"] = """<path d="M5 4h14v12h-6l-4 4v-4H5zM9.500 8l5 4.500m0-4.500-5 4.500"/>""",
        ["orders"] = """<path d="M5 4h14v16l-3-2-2 2-2-2-2 2-2-2-3 2zM9 9h6M9 13h6"/>""",
        ["package"] = """<path d="M4 8.5 12 4l8 4.5v7L12 20l-8-4.5zM4 8.5l8 4.5 8-4.5M12 13v7"/>""",
        ["plus"] = """<path d="M12 5v14M5 12h14"/>""",
        ["return"] = """<path d="M9 14 4 9l5-5M4.5 9H14a6 6 0 0 1 0 12h-3"/>""",
        ["search"] = """<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>""",
        ["settings"] = """<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>""",
        ["theme"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>""",
        ["undo"] = """<path d="M9 14 4 9l5-5M4.5 9H15a5 5 0 0 1 0 10h-4"/>""",
        ["upload"] = """<path d="M12 20V9M7 13.5l5-5 5 5M4.5 4h15"/>""",
        ["up"] = """<path d="M12 19V5M6 11l6-6 6 6"/>""",
        ["down"] = """<path d="M12 5v14M6 13l6 6 6-6"/>""",
        ["user"] = """<circle cx="12" cy="8" r="3.5"/><path d="M5 20c.5-4 3-6 7-6s6.5 2 7 6"/>""",
    }.ToDictionary(icon => icon.Key, icon => Drawn(icon.Value), StringComparer.Ordinal);

    /// <param name="name">A name of the list above; one that is not there draws nothing.</param>
    /// <param name="more">Classes besides its own; null: none.</param>
    public static MarkupString Of(string name, string? more = null)
    {
        var icon = Icons.GetValueOrDefault(name) ?? "";
        return new(more is null ? icon : icon.Replace("class=\"icon\"", $"class=\"icon {more}\"", StringComparison.Ordinal));
    }

    private static string Drawn(string lines) => $"<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{lines}</svg>";
}
