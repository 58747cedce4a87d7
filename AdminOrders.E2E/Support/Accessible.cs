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
        async (part, rules) => {
          const options = { resultTypes: ['violations'], preload: false };
          const colors = ['color-contrast', 'link-in-text-block'];
          if (rules === 'OnlyColors') options.runOnly = { type: 'rule', values: colors };
          if (rules === 'AllButColors') options.rules = Object.fromEntries(colors.map(rule => [rule, { enabled: false }]));
          const look = async () => (await axe.run(part, options)).violations
            .filter(violation => ['serious', 'critical'].includes(violation.impact))
            .flatMap(violation => violation.nodes.map(node => `${violation.impact} ${violation.id}: ${violation.help} ${node.html}`));
          // Other colors are there some frames after they are asked for: before that some are old and some are new. A page that comes alive draws its title anew,
          // and on a busy machine that takes its time.
          let found = [];
          for (const began = performance.now(); performance.now() - began < 10000;) {
            await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            found = await look();
            if (!found.some(fault => fault.includes('color-contrast') || fault.includes('document-title'))) break;
            await new Promise(later => setTimeout(later, 200));
          }
          return found;
        }
        """;

    /// <summary>Nothing is wrong with that part of the page, nor with the width of the whole.</summary>
    public static async Task LooksRightAsync(ILocator part, Colors colors = Colors.ByDayAndNight)
    {
        await CheckAsync(part, colors is Colors.SeenElsewhere ? Rules.AllButColors : Rules.All);
        await FitsAsync(part.Page);
        if (colors is Colors.ByDayAndNight)
        {
            // By night the page is drawn in other colors, and in all else it is what it is by day.
            await part.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await CheckColorsAsync(part);
            await part.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    /// <summary>Axe finds nothing serious or critical in that part of the page as it stands.</summary>
    public static Task CheckAsync(ILocator part) => CheckAsync(part, Rules.All);

    /// <summary>The same of what colors may do wrong.</summary>
    public static Task CheckColorsAsync(ILocator part) => CheckAsync(part, Rules.OnlyColors);

    private static async Task CheckAsync(ILocator part, Rules rules)
    {
        if (!await part.Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await part.Page.EvaluateAsync(Axe);
        }

        var found = await part.EvaluateAsync<string[]>(Run, rules.ToString());
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
    }

    /// <summary>Nothing is wider than the window, so that nobody has to scroll sideways to read, and no button leaves its table.</summary>
    public static async Task FitsAsync(IPage page)
    {
        var wider = await page.EvaluateAsync<string[]>(
            """
            () => {
              const right = element => Math.round(element.getBoundingClientRect().right);
              const outside = [...document.querySelectorAll('table')].flatMap(table => [...table.querySelectorAll('a, button')]
                .filter(control => right(control) > right(table) + 1)
                .map(control => `"${control.textContent.trim()}" ends ${right(control) - right(table)} outside of its table`));
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return outside;
              const wide = [...document.body.querySelectorAll('*')]
                .filter(element => right(element) > width + 1)
                .map(element => `${element.tagName}.${element.className} ends at ${right(element)}`);
              return [`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`, ...wide, ...outside];
            }
            """);
        Assert.True(wider.Length == 0, string.Join(Environment.NewLine, wider));
    }

    private enum Rules
    {
        All,
        OnlyColors,
        AllButColors,
    }
}

/// <summary>Which colors of a page are looked at; that takes longer than all the rest.</summary>
internal enum Colors
{
    /// <summary>Those of another page, or width, are the same.</summary>
    SeenElsewhere,
    ByDay,
    ByDayAndNight,
}
