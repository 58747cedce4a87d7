using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Stock;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class StockPageTests
{
    private const string Level = "tr[data-sku='sku-1'][data-warehouse='north']";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_row_has_the_four_figures_and_follows_what_orders_do()
    {
        await using var circuit = await Open();
        await circuit.Store.Get<StockCounts>().Take([new("sku-1", "north", 10)], Actors.Operator);
        var page = Show(circuit);
        Assert.Equal(["10", "3", "7", "0"], Figures(page));

        await circuit.Store.Send("o-1", new Cancel(new string('c', 32), Side.Store, new Reason(null, "sold out")), Actors.OtherOperator);

        page.WaitForAssertion(() => Assert.Equal(["10", "0", "10", "0"], Figures(page)), Soon);
    }

    [Fact]
    public async Task What_was_never_counted_says_so_and_a_shortage_is_marked()
    {
        await using var circuit = await Open();
        await circuit.Store.Get<StockCounts>().Take([new("sku-2", "south", 1)], Actors.Operator, mayBeBelowReserved: true);

        Assert.Equal(["not counted", "3", "not counted", "0"], Figures(Show(circuit, "?show=not-counted")));
        var short1 = Show(circuit, "?show=negative");
        Assert.Equal("-1", Assert.Single(short1.FindAll("tbody [data-short]")).TextContent);
        Assert.Equal("No level matches these filters", Show(circuit, "?q=nothing").Find(".empty h2").TextContent);
    }

    [Fact]
    public async Task A_level_opens_by_its_address_with_what_is_behind_it()
    {
        await using var circuit = await Open();
        await circuit.Store.Get<StockCounts>().Take([new("sku-1", "north", 10, "shelf 4")], Actors.Operator);

        var dialog = Show(circuit, "?panel=level&sku=sku-1&at=north").Find("dialog");

        Assert.Equal("sku-1 · north", dialog.QuerySelector("h2")!.TextContent);
        Assert.Equal("orders/o-1", dialog.QuerySelector(".stock-list a")!.GetAttribute("href"));
        Assert.Contains("Counted: 10 units", dialog.TextContent, StringComparison.Ordinal);
        Assert.Contains("shelf 4", dialog.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_below_what_is_reserved_names_the_figure_and_wants_a_word()
    {
        await using var circuit = await Open();
        var page = Show(circuit, "?panel=count&sku=sku-1&at=north");
        await page.Find("#count-units").ChangeAsync(new() { Value = "2" });
        await page.Find("#count-form").SubmitAsync();
        Assert.Contains("Orders hold 3 units there.", page.Find("#count-below").TextContent, StringComparison.Ordinal);
        Assert.Equal("not counted", Figures(page)[0]);

        await page.Find("#count-anyway").ChangeAsync(new() { Value = true });
        await page.Find("#count-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(["2", "3", "-1", "0"], Figures(page)), Soon);
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public async Task A_count_wants_a_place_and_a_whole_number()
    {
        await using var circuit = await Open();
        var page = Show(circuit, "?panel=count");
        await page.Find("#count-units").ChangeAsync(new() { Value = "1.5" });
        await page.Find("#count-form").SubmitAsync();

        Assert.Equal(["Name the SKU.", "Name the warehouse.", "Give a whole number from 0 on."], page.FindAll("dialog .field-error").Select(error => error.TextContent));
    }

    [Fact]
    public async Task Units_leave_quarantine_with_a_reason_and_no_more_than_are_in_it()
    {
        await using var circuit = await Open();
        await Quarantine(circuit);
        var page = Show(circuit, "?panel=quarantine&sku=sku-1&at=north");
        await page.Find("#quarantine-form").SubmitAsync();
        Assert.Equal(["Give a whole number from 1 on.", "Say what was found."], page.FindAll("dialog .field-error").Select(error => error.TextContent));

        await page.Find("#quarantine-reason").InputAsync(new() { Value = "only the box was torn" });
        await page.Find("#quarantine-units").ChangeAsync(new() { Value = "4" });
        await page.Find("#quarantine-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("3 units are in quarantine there. Nothing was changed.", page.Find("dialog [role=alert]").TextContent), Soon);

        await page.Find("#quarantine-units").ChangeAsync(new() { Value = "2" });
        await page.Find("#quarantine-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["12", "0", "12", "1"], Figures(page)), Soon);
        Assert.Empty(page.FindAll("dialog"));
        Assert.Contains("only the box was torn", Show(circuit, "?panel=level&sku=sku-1&at=north").Find("dialog").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_count_takes_nothing_out_of_quarantine()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        await Quarantine(circuit);

        var page = Show(circuit, "?panel=quarantine&sku=sku-1&at=north");

        Assert.Equal("3", Figures(page)[3]);
        Assert.Empty(page.FindAll("dialog, [data-key=q]"));
    }

    [Fact]
    public async Task A_level_that_more_left_of_than_was_counted_says_so_until_it_is_counted()
    {
        await using var circuit = await Open();
        await circuit.Store.Import(An.Order("o-2").Handling());
        await circuit.Store.Get<StockCounts>().Take([new("sku-1", "north", 1)], Actors.Operator, mayBeBelowReserved: true);
        await circuit.Store.Send("o-2", new Invoice(new("I-1", 2_000, An.Instant) { Items = [new(0, 3)] }), Actors.Operator);
        var page = Show(circuit, "?show=to-count");
        Assert.Equal("0count again", Figures(page)[0]);
        Assert.Contains("More left than was counted of 1 level", page.Find("#stock-to-count").TextContent, StringComparison.Ordinal);
        var dialog = Show(circuit, "?panel=level&sku=sku-1&at=north").Find("dialog");
        Assert.Contains("Units that left beyond what was counted: 2.", dialog.QuerySelector("#stock-missing")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Left beyond what was counted: 2 units", dialog.TextContent, StringComparison.Ordinal);

        await circuit.Store.Get<StockCounts>().Take([new("sku-1", "north", 8)], Actors.Operator);

        Assert.Empty(Show(circuit).FindAll("#stock-to-count, .stock-missing"));
    }

    [Fact]
    public async Task A_file_tells_of_each_line()
    {
        await using var circuit = await Open();
        var page = Show(circuit, "?panel=file");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("sku,warehouse,quantity\nsku-1,north,9\nsku-1,south,x\n", "counts.csv"));

        page.WaitForAssertion(() => Assert.Equal(["Taken", "NoQuantity"], page.FindAll(".stock-lines tbody tr").Select(line => line.GetAttribute("data-state"))), Soon);
        page.WaitForAssertion(() => Assert.Equal("9", Figures(page)[0]), Soon);
    }

    [Fact]
    public async Task Who_may_not_count_sees_the_figures_and_nothing_to_count_with()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);

        var page = Show(circuit, "?panel=count&sku=sku-1&at=north");

        Assert.Equal("3", Figures(page)[1]);
        Assert.Empty(page.FindAll("dialog, [data-key=c], #stock-count, #stock-file"));
    }

    [Fact]
    public async Task A_role_that_was_taken_away_takes_no_count()
    {
        await using var circuit = await Open();
        var page = Show(circuit, "?panel=count&sku=sku-1&at=north");
        await page.Find("#count-units").ChangeAsync(new() { Value = "5" });
        await circuit.TakeAway(Resource.ChangeOrderWorkflowStatus);

        await page.Find("#count-form").SubmitAsync();

        Assert.Contains("Your role does not allow counting.", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Null((await circuit.Store.Get<StockReader>().Of([new("sku-1", "north")]))[0].OnHand);
    }

    private static string[] Figures(IRenderedComponent<StockPage> page) => [.. page.FindAll($"{Level} td[data-label]").Select(cell => cell.TextContent)];

    // Three units that the packers had come back torn; ten are left of thirteen.
    private static async Task Quarantine(Circuit circuit)
    {
        await circuit.Store.Send("o-1", new Cancel(new string('c', 32), Side.Store, new Reason(null, "sold out")), Actors.Operator);
        await circuit.Store.Import(An.Order("o-2").Handling());
        await circuit.Store.Get<StockCounts>().Take([new("sku-1", "north", 13)], Actors.Operator);
        var asked = new Cancel(new string('d', 32), Side.Store, new Reason(null, "torn"));
        await circuit.Store.Send("o-2", asked, Actors.Operator);
        await circuit.Store.Send("o-2", new ConfirmCancellation(asked.RequestId, StockDestination.Quarantine), Actors.OtherOperator);
    }

    private static async Task<Circuit> Open(string role = PredefinedRoles.FullAccess)
    {
        var circuit = await Circuit.Open(role);
        circuit.Services.AddSingleton<StockScreens>();
        circuit.Store.Clock.Set(An.Instant);
        await circuit.Store.Import(An.Order("o-1").InWindow());
        return circuit;
    }

    private static IRenderedComponent<StockPage> Show(Circuit circuit, string query = "")
    {
        circuit.Navigation.NavigateTo("stock" + query);
        var page = circuit.Render<StockPage>();
        page.WaitForElement(".list", Soon);
        return page;
    }
}
