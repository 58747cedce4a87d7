using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Features.Orders.Views;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>Saved views, columns and shared filters on the page All orders.</summary>
public sealed class SavedViewPagesTests
{
    [Fact]
    public async Task A_view_is_saved_under_a_name_opened_by_its_address_and_says_what_was_changed_since()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        var page = Show(circuit, "?status=handling&sort=value&panel=save-view");
        Assert.Empty(page.FindAll("input[name=view-for]"));

        await page.Find("#view-name").ChangeAsync(new() { Value = "To pack" });
        await page.Find("#view-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("To pack", page.Find(".active-view .chip").TextContent));

        var view = Assert.Single((await circuit.Get<SavedViewScreens>().ReadAsync(CancellationToken.None))!.Views);
        Assert.EndsWith($"/orders?status=handling&saved={view.Id}&sort=value", circuit.Navigation.Uri, StringComparison.Ordinal);
        circuit.Navigation.NavigateTo($"orders?status=invoiced&saved={view.Id}&sort=value");
        page.WaitForAssertion(() => Assert.Equal("changed", page.Find(".active-view .muted").TextContent));
        circuit.Navigation.NavigateTo(page.Find(".active-view .chip").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.EndsWith($"/orders?status=handling&saved={view.Id}&sort=value", circuit.Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_searched_for_comes_back_with_the_view_and_stands_in_no_address()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        var textId = await circuit.Store.Get<OrderViewStore>().Save("silva");
        var page = Show(circuit, $"?view={textId}&panel=save-view");
        await page.Find("#view-name").ChangeAsync(new() { Value = "Silva" });
        await page.Find("#view-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("saved=", circuit.Navigation.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("silva", page.Find("input[type=search]").GetAttribute("value")));
        Assert.DoesNotContain("silva", circuit.Navigation.Uri, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(textId, circuit.Navigation.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "A name has 1 to 60 characters.")]
    [InlineData("taken", "There is a view of that name already.")]
    public async Task A_name_that_cannot_be_says_why_and_stays_to_be_mended(string name, string words)
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        await circuit.Get<SavedViewScreens>().AddAsync(isOfStore: false, "Taken", new("", null, ListLayout.Usual), CancellationToken.None);
        var page = Show(circuit, "?panel=save-view");

        await page.Find("#view-name").ChangeAsync(new() { Value = name });
        await page.Find("#view-form").SubmitAsync();

        Assert.Contains(words, page.Find("#view-name-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("#view-name").GetAttribute("aria-invalid"));
        Assert.Equal(name, page.Find("#view-name").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task The_stores_views_are_changed_by_those_who_manage_settings_and_only_while_they_do()
    {
        await using var circuit = await Open(PredefinedRoles.Owner);
        var screens = circuit.Get<SavedViewScreens>();
        var page = Show(circuit, "?status=handling&panel=save-view");
        await page.FindAll("input[name=view-for]")[1].ChangeAsync(new() { Value = "store" });
        await page.Find("#view-name").ChangeAsync(new() { Value = "Ours" });
        await page.Find("#view-form").SubmitAsync();
        var view = Assert.Single((await screens.ReadAsync(CancellationToken.None))!.Views);
        Assert.True(view.IsOfStore);

        await circuit.TakeAway(Resource.ManageSettings);
        circuit.Navigation.NavigateTo($"orders?panel=delete-view&of={view.Id}");
        Assert.Empty(page.FindAll(".button-danger"));
        var denied = await screens.DeleteAsync(view, CancellationToken.None);
        Assert.Equal((null, Texts.Views_Denied), (denied.Id, denied.Problem));
        Assert.Equal(Texts.Views_Denied, (await screens.AddAsync(isOfStore: true, "Another", view.Content, CancellationToken.None)).Problem);
        Assert.Equal(Texts.Views_Denied, (await screens.RenameAsync(view, "Another", CancellationToken.None)).Problem);
        Assert.Equal(Texts.Views_Denied, (await screens.OverwriteAsync(view, view.Content, CancellationToken.None)).Problem);
        Assert.Equal([view], (await screens.ReadAsync(CancellationToken.None))!.Views);
    }

    [Fact]
    public async Task A_view_is_deleted_after_a_question_and_an_address_of_one_that_is_gone_says_so()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        var screens = circuit.Get<SavedViewScreens>();
        var id = (await screens.AddAsync(isOfStore: false, "Mine", new("status=handling", null, ListLayout.Usual), CancellationToken.None)).Id!;
        var page = Show(circuit, "?panel=views");
        circuit.Navigation.NavigateTo(page.Find($"#delete-{id}").GetAttribute("href")!);
        page.WaitForElement(".button-danger");
        Assert.Single((await screens.ReadAsync(CancellationToken.None))!.Views);

        await page.Find(".button-danger").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(Texts.Views_None, page.Markup, StringComparison.Ordinal));
        circuit.Navigation.NavigateTo($"orders?saved={id}");

        page.WaitForAssertion(() => Assert.Equal(Texts.Views_Gone, page.Find(".active-view [role=status]").TextContent));
        Assert.NotEmpty(page.FindAll("tbody tr"));
    }

    [Fact]
    public async Task Columns_are_drawn_as_chosen_and_kept_with_the_user()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        var page = Show(circuit, "?panel=columns");
        Assert.Equal(["Status", "Order number"], page.FindAll(".column-list input[disabled]").Select(box => box.ParentElement!.TextContent.Trim()));

        foreach (var column in new[] { "Change", "Origin", "Payment", "Canceled", "Reason", "Quantity" })
        {
            await Box(page, column).ChangeAsync(new() { Value = false });
        }

        await page.Find("#up-Customer").ClickAsync(new());
        await page.Find("#up-Customer").ClickAsync(new());
        await page.Find("#up-Customer").ClickAsync(new());
        await page.FindAll("input[name=density]")[1].ChangeAsync(new() { Value = "on" });
        await page.Find("#columns-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(["Status", "Customer", "Order number", "Date", "Total amount"], page.FindAll("[role=columnheader]").Select(head => head.TextContent.Trim())));
        Assert.Equal("compact", page.Find("table").GetAttribute("data-density"));
        Assert.Equal(["cell-status", "cell-customer", "cell-id", "cell-date", "cell-total end"], page.FindAll("tbody tr")[0].Children.Select(cell => cell.ClassName));
        Assert.Empty(page.FindAll("#columns-form"));
        Assert.EndsWith("/orders", circuit.Navigation.Uri, StringComparison.Ordinal);
        await using var db = circuit.Store.Read();
        Assert.Equal(("Status,Customer,Id,Date,Total", ListDensity.Compact), db.ListLayouts.Select(row => new ValueTuple<string, ListDensity>(row.Columns, row.Density)).Single());
    }

    [Theory]
    [InlineData("", "Status,Id,Date,Change,Customer,Quantity,Total,Origin,Payment,Canceled,Reason")]
    [InlineData("Total,Id", "Status,Total,Id")]
    [InlineData("Total", "Status,Id,Total")]
    [InlineData("Moon,Total,Total,Status,Id,total", "Total,Status,Id")]
    [InlineData("Moon", "Status,Id,Date,Change,Customer,Quantity,Total,Origin,Payment,Canceled,Reason")]
    public void Whatever_is_kept_status_and_order_number_are_there(string kept, string drawn) =>
        Assert.Equal(drawn, string.Join(',', ListColumns.Of(new(kept, ListDensity.Comfortable))));

    [Fact]
    public async Task Shared_filters_hold_the_text_only_where_somebody_says_so()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        var textId = await circuit.Store.Get<OrderViewStore>().Save("ana@example.com");
        var page = Show(circuit, $"?status=handling&view={textId}&panel=share-filters");
        Assert.DoesNotContain("ana@example.com", Code(page), StringComparison.Ordinal);

        await page.Find(".dialog input[type=checkbox]").ChangeAsync(new() { Value = true });

        Assert.Contains("\"q\": \"ana@example.com\"", Code(page), StringComparison.Ordinal);
        Assert.Contains("\"status\": \"handling\"", Code(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imported_filters_are_applied_and_wrong_ones_stay_with_what_is_wrong()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        var page = Show(circuit, "?status=invoiced&panel=import-filters");
        await page.Find("#filters-code").InputAsync(new ChangeEventArgs { Value = "{\"status\":\"handling\",\"colour\":\"red\"}" });
        await page.Find("#import-filters").SubmitAsync();
        Assert.Contains("“colour”", page.Find("#filters-code-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("{\"status\":\"handling\",\"colour\":\"red\"}", page.Find("#filters-code").GetAttribute("value"));
        Assert.Contains("status=invoiced", circuit.Navigation.Uri, StringComparison.Ordinal);

        await page.Find("#filters-code").InputAsync(new ChangeEventArgs { Value = "{\"status\":\"handling\",\"q\":\"silva\"}" });
        await page.Find("#import-filters").SubmitAsync();

        page.WaitForAssertion(() => Assert.Matches("/orders\\?status=handling&view=[0-9a-f]{32}$", circuit.Navigation.Uri));
        Assert.Equal("silva", await circuit.Store.Get<OrderViewStore>().Find(circuit.Navigation.Uri[^32..]));
    }

    [Fact]
    public async Task A_date_leads_to_an_address_that_begins_there_in_the_order_of_creation()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        var page = Show(circuit, "?status=handling&sort=value&dir=asc");

        await page.Find(".go-to-date input").ChangeAsync(new() { Value = "2026-03-01" });

        Assert.EndsWith("/orders?status=handling&at=2026-03-01", circuit.Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("2026-03-01", page.Find(".go-to-date input").GetAttribute("value"));
        await page.Find(".go-to-date input").ChangeAsync(new() { Value = "" });
        Assert.EndsWith("/orders?status=handling", circuit.Navigation.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "Views", "Columns", "Go to date")]
    [InlineData("es-ES", "Vistas", "Columnas", "Ir a la fecha")]
    [InlineData("pt-BR", "Visualizações", "Colunas", "Ir para a data")]
    public async Task A_request_for_a_saved_view_is_sent_to_the_whole_address_and_the_page_speaks_its_readers_language(string language, string views, string columns, string date)
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        await Import(store.Services.GetRequiredService<OrderWorkflow>());
        var (id, _) = await store.Services.GetRequiredService<SavedViews>().Add(SavedViews.Store, "Ours", new("status=handling", null, new("Id,Status", ListDensity.Compact)));

        using var answer = await visitor.GetAsync($"/orders?saved={id}");
        Assert.Equal((HttpStatusCode.Found, $"/orders?status=handling&saved={id}"), (answer.StatusCode, new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery));
        var page = await visitor.ReadAsync($"/orders?status=handling&saved={id}");

        Assert.Equal((views, columns, date), (page.QuerySelector("#views")!.TextContent.Trim(), page.QuerySelector("#columns")!.TextContent.Trim(), page.QuerySelector(".go-to-date span")!.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("[role=columnheader]").Length);
        Assert.Equal("Ours", page.QuerySelector(".active-view .chip")!.TextContent);
    }

    [Fact]
    public async Task A_zone_is_chosen_for_the_browser_and_given_back()
    {
        await using var store = new WebStore();
        var visitor = await store.SignInAsAsync(PredefinedRoles.ReadOnly);
        await Import(store.Services.GetRequiredService<OrderWorkflow>());
        Assert.Equal("UTC", await ZoneAsync(visitor));

        using var chosen = await visitor.GetAsync("/zone?zone=Europe%2FMadrid&returnUrl=%2Forders%3Fdate%3Dtoday");
        Assert.Equal("/orders?date=today", chosen.Headers.Location!.OriginalString);
        Assert.StartsWith("Europe/Madrid, GMT+0", await ZoneAsync(visitor), StringComparison.Ordinal);
        using var nonsense = await visitor.GetAsync("/zone?zone=..%2F..%2Fetc%2Fpasswd&returnUrl=https%3A%2F%2Fevil.example");
        Assert.Equal("/", nonsense.Headers.Location!.OriginalString);
        Assert.StartsWith("Europe/Madrid", await ZoneAsync(visitor), StringComparison.Ordinal);
        using var back = await visitor.GetAsync("/zone?zone=browser&returnUrl=%2Forders");

        Assert.Equal("UTC", await ZoneAsync(visitor));
    }

    private static async Task<string> ZoneAsync(WebVisitor visitor) =>
        (await visitor.ReadAsync("/orders")).QuerySelector(".zone-button")!.TextContent.Replace("Time zone: ", "", StringComparison.Ordinal).Trim();

    private static async Task Import(OrderWorkflow workflow) => Assert.IsType<Accepted>(
        (await workflow.Send(new("1268540501456-01", new RecordImportedState(An.Order("1268540501456-01").Handling().AsImported()), Actor.System))).Decision);

    private static async Task<Circuit> Open(string role)
    {
        var circuit = await Circuit.Open(role);
        circuit.Services.AddSingleton<OrderListScreens>().AddSingleton<SalesScreens>().AddSingleton<SavedViewScreens>();
        circuit.Store.Clock.Set(An.Instant);
        await circuit.Store.Import(An.Order("1000001-01").Handling());
        await circuit.Store.Import(An.Order("1000002-01").Paid());
        return circuit;
    }

    private static IRenderedComponent<AllOrdersPage> Show(Circuit circuit, string query)
    {
        circuit.Navigation.NavigateTo("orders" + query);
        return circuit.Render<AllOrdersPage>();
    }

    private static AngleSharp.Dom.IElement Box(IRenderedComponent<AllOrdersPage> page, string column) => page.Find($"li:has(#up-{column}) input");

    private static string Code(IRenderedComponent<AllOrdersPage> page) => page.Find("#shared-filters").GetAttribute("value")!;
}
