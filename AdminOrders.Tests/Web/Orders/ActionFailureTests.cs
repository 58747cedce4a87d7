using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using Bunit;

namespace AdminOrders.Tests.Web.Orders;

public sealed class ActionFailureTests
{
    [Fact]
    public async Task A_bug_while_sending_shows_its_trace_and_keeps_what_was_typed()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer));
        var page = stage.Show(id, "?panel=decline");
        page.WaitForElement("#decline-internal").Input("Already on the truck");
        await stage.ExecuteAsync("ALTER TABLE HistoryTexts RENAME TO Gone");

        await page.Find(".dialog-foot .button-primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains(Texts.Dialog_Kept, page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Matches("[0-9a-f]{32}", page.Find("dialog [role=alert] .code").TextContent);
        Assert.Equal("Already on the truck", page.Find("#decline-internal").GetAttribute("value"));

        await stage.ExecuteAsync("ALTER TABLE Gone RENAME TO HistoryTexts");
        Assert.Equal(Status.CancellationRequested, (await stage.OrderAsync(id)).Facts.Status);
        await page.Find(".dialog-foot .button-primary").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
    }

    [Fact]
    public async Task A_bug_while_asking_what_would_happen_leaves_the_fields_alone()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer));
        var page = stage.Show(id, "?panel=decline");
        page.WaitForElement("#decline-internal");
        await stage.ExecuteAsync("ALTER TABLE Reservations RENAME TO Gone");

        page.Find("#decline-internal").Input("Already on the truck");

        page.WaitForAssertion(() => Assert.Matches("[0-9a-f]{32}", page.Find("dialog [role=alert] .code").TextContent));
        Assert.Equal("Already on the truck", page.Find("#decline-internal").GetAttribute("value"));
    }
}
