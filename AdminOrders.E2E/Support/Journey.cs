using System.Globalization;
using System.Runtime.CompilerServices;
using AdminOrders.E2E.Pages;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Support;

/// <summary>
/// A test in a browser. What somebody does stands in <see cref="WalkAsync"/>: if it fails, trace, picture and the server's words
/// are kept; if it succeeds, the browser's console must be free of errors.
/// </summary>
public abstract class Journey : IAsyncLifetime
{
    private readonly List<Visit> visits = [];
    private readonly Store store;

    private protected Journey(Store store)
    {
        this.store = store;
        Speak("en-US");
    }

    private protected Installation Store => store.Installation;

    public Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var visit in visits)
        {
            await visit.DisposeAsync();
        }
    }

    /// <summary>From here on the test, its windows and the texts that it looks for speak this language.</summary>
    private protected static void Speak(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    /// <summary>Opens one more browser window.</summary>
    private protected async Task<Visit> OpenAsync(Screen? screen = null)
    {
        var visit = await Visit.OpenAsync(Store, screen ?? Screen.Desktop);
        visits.Add(visit);
        return visit;
    }

    /// <summary>Opens one more browser window, in which somebody has signed in before.</summary>
    private protected Task<Visit> OpenAsync(Account account, Screen? screen = null) => OpenAsync(Store, account, screen);

    /// <summary>The same at another installation.</summary>
    private protected async Task<Visit> OpenAsync(Installation installation, Account account, Screen? screen = null)
    {
        var visit = await Visit.OpenAsync(installation, screen ?? Screen.Desktop, await installation.SignedInAsync(account));
        visits.Add(visit);
        return visit;
    }

    /// <summary>Opens the page of an order in a window of somebody's own.</summary>
    private protected async Task<OrderPage> OpenAsync(Account account, QaOrder order, Screen? screen = null)
    {
        var visit = await OpenAsync(account, screen);
        return await new OrderPage(visit.Page).OpenAsync(order);
    }

    /// <summary>Opens the page of a new order in that situation.</summary>
    private protected async Task<OrderPage> OpenAsync(Account account, QaSituation situation) => await OpenAsync(account, await Store.TakeAsync(situation));

    /// <summary>Opens All orders in a window of somebody's own.</summary>
    private protected async Task<AllOrdersPage> OpenListAsync(Account account, string query = "")
    {
        var visit = await OpenAsync(account);
        return await new AllOrdersPage(visit.Page).OpenAsync(query);
    }

    /// <summary>The page of the window by day, by night and on a phone, in every language; the pictures lie under that name beside the results.</summary>
    /// <param name="isThere">Waits until the page says what it has to, in the language of the moment.</param>
    private protected static async Task LooksRightInAllLanguagesAsync(Visit visit, string picture, Func<Task> isThere)
    {
        var page = visit.Page.Locator("html");
        await visit.TakeAsync($"{picture}-day");
        await Accessible.LooksRightAsync(page);
        await visit.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await visit.TakeAsync($"{picture}-phone");
        await Accessible.LooksRightAsync(page, Colors.ByDay);
        foreach (var (language, culture) in new[] { ("Español", "es-ES"), ("Português", "pt-BR") })
        {
            await new Shell(visit.Page).ChooseLanguageAsync(language);
            Speak(culture);
            await isThere();
            await Accessible.FitsAsync(visit.Page);
            await visit.TakeAsync($"{picture}-phone-{culture}");
        }

        await visit.Page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.TakeAsync($"{picture}-night");
    }

    private protected async Task WalkAsync(Func<Task> steps, string variant = "", [CallerMemberName] string name = "")
    {
        try
        {
            await steps();
            var complaints = visits.SelectMany(visit => visit.Complaints).ToList();
            Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
        }
        catch
        {
            await KeepAsync(Path.Combine(Places.Failures, $"{GetType().Name}.{name} {variant}".Trim()));
            throw;
        }
    }

    private async Task KeepAsync(string folder)
    {
        for (var index = 0; index < visits.Count; index++)
        {
            await visits[index].KeepAsync(folder, $"window-{index + 1}");
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "server.log"), Store.Server?.Output ?? "");
    }
}
