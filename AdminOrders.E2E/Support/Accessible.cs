using Deque.AxeCore.Playwright;

namespace AdminOrders.E2E.Support;

/// <summary>What every page must hold, whatever it shows.</summary>
internal static class Accessible
{
    private static readonly string[] Grave = ["serious", "critical"];

    /// <summary>Axe finds nothing serious or critical on the page as it stands.</summary>
    public static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe();
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
