using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace AdminOrders.E2E.Support;

/// <summary>What every page must hold, whatever it shows.</summary>
internal static class Accessible
{
    private static readonly string[] Grave = ["serious", "critical"];

    // Of what is in order nothing is kept: most of the time went into telling it.
    private static readonly AxeRunOptions Everything = new() { ResultTypes = [ResultType.Violations] };

    private static readonly AxeRunOptions Colors = new() { ResultTypes = [ResultType.Violations], RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    /// <summary>
    /// Axe finds nothing serious or critical in that part of the page as it stands. By night only colors are looked at: in all else a page is
    /// what it is by day.
    /// </summary>
    public static async Task CheckAsync(ILocator part, Screen screen)
    {
        var result = await part.RunAxe(screen.IsDark ? Colors : Everything);
        var found = result.Violations
            .Where(violation => Grave.Contains(violation.Impact, StringComparer.OrdinalIgnoreCase))
            .SelectMany(violation => violation.Nodes, (violation, node) => $"{violation.Impact} {violation.Id}: {violation.Help} {node.Html}")
            .ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    /// <summary>Nothing is wider than the window, so that nobody has to scroll sideways to read.</summary>
    public static async Task FitsAsync(IPage page)
    {
        var wider = await page.EvaluateAsync<string[]>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              const wide = [...document.body.querySelectorAll('*')]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .map(element => `${element.tagName}.${element.className} ends at ${Math.round(element.getBoundingClientRect().right)}`);
              return [`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`, ...wide];
            }
            """);
        Assert.True(wider.Length == 0, string.Join(Environment.NewLine, wider));
    }
}
