using System.Globalization;
using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Settings.Health;
using Bunit;

namespace AdminOrders.Tests.Web;

public sealed class HealthPageTests
{
    [Theory]
    [InlineData(PredefinedRoles.Owner, HttpStatusCode.OK)]
    [InlineData(PredefinedRoles.FullAccess, HttpStatusCode.Forbidden)]
    [InlineData(PredefinedRoles.ReadOnly, HttpStatusCode.Forbidden)]
    public async Task Only_who_manages_settings_sees_it(string role, HttpStatusCode status)
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(role);
        using var answer = await visitor.GetAsync("/settings/health");

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("en-US", "Health", "Verify now")]
    [InlineData("es-ES", "Salud", "Comprobar ahora")]
    [InlineData("pt-BR", "Integridade", "Verificar agora")]
    public async Task It_speaks_the_readers_language(string language, string title, string action)
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.Owner);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var page = await visitor.ReadAsync("/settings/health");

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("button"), button => button.TextContent == action);
    }

    [Theory]
    [EveryEngine]
    public async Task The_store_is_described_as_it_is(Engine engine)
    {
        var store = await GoodStore.Open(engine);
        var seal = await store.Seal();
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner, store);
        var page = circuit.Render<HealthPage>();

        var described = page.WaitForElement("[aria-labelledby=store-title]");
        Assert.Contains(engine is Engine.Sqlite ? "SQLite 3." : "PostgreSQL 1", described.TextContent, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(seal!.Hash), page.Find("[aria-labelledby=seals-title]").TextContent, StringComparison.Ordinal);
        Assert.Equal([GoodStore.Requested], page.FindAll(".deadlines a").Select(link => link.TextContent));
        var owed = page.FindAll("[aria-labelledby=deliveries-title] tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => cell.TextContent)));
        Assert.Equal(["Mail to the customer|2|0", "Mail to the store|2|0", "Payment provider|3|0"], owed);
    }

    [Fact]
    public async Task A_verification_runs_and_says_that_everything_is_whole()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner, await GoodStore.Open());
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        var page = circuit.Render<HealthPage>();
        Assert.Contains("not verified from here yet", page.Markup, StringComparison.Ordinal);

        await page.Find("[aria-labelledby=verification-title] button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Everything is as it should be.", page.Find(".notice-success strong").TextContent));
        Assert.Contains("Orders: 5 · rows of history: 16", page.Find(".notice-success").TextContent, StringComparison.Ordinal);
        Assert.Matches("[AP]M", page.Find(".notice-success time").TextContent);
        Assert.True((await circuit.Store.Get<BackgroundVerification>().ReadLast())!.IsClean);
    }

    [Fact]
    public async Task A_broken_invariant_is_shown_with_its_first_row_and_a_link_to_the_order()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner, await GoodStore.Open());
        await circuit.Store.Damage($"""UPDATE "Orders" SET "Version" = 99 WHERE "OrderId" = '{GoodStore.Partly}'""");
        var page = circuit.Render<HealthPage>();

        await page.Find("[aria-labelledby=verification-title] button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".broken li")));
        var broken = page.Find(".broken li");
        Assert.Contains("state-folded", broken.TextContent, StringComparison.Ordinal);
        Assert.Equal($"orders/{GoodStore.Partly}", broken.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["state-folded", "Orders Version", "5", "99"], broken.QuerySelectorAll("code").Select(code => code.TextContent));
    }

    [Fact]
    public async Task Who_lost_the_permission_meanwhile_starts_nothing()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner, await GoodStore.Open());
        var page = circuit.Render<HealthPage>();
        await circuit.TakeAway(Resource.ManageSettings);

        await page.Find("[aria-labelledby=verification-title] button").ClickAsync(new());

        Assert.Equal("Your role may no longer change settings. Nothing was saved.", page.Find("[role=alert]").TextContent);
        Assert.Null(circuit.Store.Get<BackgroundVerification>().Progress);
        Assert.Null(await circuit.Store.Get<BackgroundVerification>().ReadLast());
    }

    [Fact]
    public async Task A_verification_that_is_stopped_leaves_the_last_report()
    {
        await using var store = await GoodStore.Open();
        var verification = store.Get<BackgroundVerification>();
        verification.Changed += (_, _) => verification.Stop();

        verification.Start();
        await Ended(verification);

        Assert.False(verification.HasFailed);
        Assert.Null(await verification.ReadLast());
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_told_as_that()
    {
        await using var store = await GoodStore.Open();
        await store.Execute("""DROP TABLE "Seals" """);
        var verification = store.Get<BackgroundVerification>();

        verification.Start();
        await Ended(verification);

        Assert.True(verification.HasFailed);
    }

    private static async Task Ended(BackgroundVerification verification)
    {
        while (verification.Progress is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
