using Deque.AxeCore.Commons;

namespace AdminOrders.E2E.Support;

/// <summary>What every page must hold, whatever it shows.</summary>
internal static class Accessible
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // The package's own runner draws a second page for every run and hands over all that is in order: eight times the work, and we have no frames.
    // What it would load before, style sheets and media, is for rules that are off or weigh too little to count here.
    private const string Run =
        """
        async (part, onlyColors) => {
          const options = { resultTypes: ['violations'], preload: false };
          if (onlyColors) options.runOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
          const look = async () => (await axe.run(part, options)).violations
            .filter(violation => ['serious', 'critical'].includes(violation.impact))
            .flatMap(violation => violation.nodes.map(node => `${violation.impact} ${violation.id}: ${violation.help} ${node.html}`));
          // Other colors are there some frames after they are asked for: before that some are old and some are new.
          let found = [];
          for (let times = 0; times < 5; times++) {
            await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            found = await look();
            if (!found.some(fault => fault.includes('color-contrast'))) break;
          }
          return found;
        }
        """;

    /// <summary>Nothing is wrong with that part of the page, nor with the width of the whole, by day and by night.</summary>
    /// <param name="alsoByNight">False: the colors of the night are looked at elsewhere.</param>
    public static async Task LooksRightAsync(ILocator part, bool alsoByNight = true)
    {
        await CheckAsync(part);
        await FitsAsync(part.Page);
        if (alsoByNight)
        {
            // By night the page is drawn in other colors, and in all else it is what it is by day.
            await part.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await CheckColorsAsync(part);
            await part.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    /// <summary>Axe finds nothing serious or critical in that part of the page as it stands.</summary>
    public static Task CheckAsync(ILocator part) => CheckAsync(part, onlyColors: false);

    /// <summary>The same of what colors may do wrong.</summary>
    public static Task CheckColorsAsync(ILocator part) => CheckAsync(part, onlyColors: true);

    private static async Task CheckAsync(ILocator part, bool onlyColors)
    {
        if (!await part.Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await part.Page.EvaluateAsync(Axe);
        }

        var found = await part.EvaluateAsync<string[]>(Run, onlyColors);
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
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
