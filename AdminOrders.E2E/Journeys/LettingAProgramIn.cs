using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

public sealed class LettingAProgramIn(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    private const string Operation = "/api/orders/feed";

    [Fact]
    public Task An_owner_makes_a_key_gives_it_a_new_token_and_revokes_it() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Owner);
        await visit.Page.GotoAsync("/settings");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = Texts.AppKeys }).First.ClickAsync();
        var keys = new AppKeysPage(visit.Page);
        await Assertions.Expect(keys.Title).ToBeVisibleAsync();
        var name = $"ERP {Guid.NewGuid():N}"[..12];

        var first = await keys.MakeTheKeyAsync(name, PredefinedRoles.FulfillmentOms);
        await Accessible.CheckAsync(visit.Page.Locator("html"));
        Assert.Equal(first, await keys.CopiedAsync());
        await keys.CloseAsync();
        Assert.DoesNotContain(first.Token, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(501, await AskAsync(visit.Page, first));

        var second = await keys.NewTokenAsync(name);
        await keys.CloseAsync();
        Assert.Equal((501, 501), (await AskAsync(visit.Page, first), await AskAsync(visit.Page, second)));

        await keys.RevokeAsync(name);
        await Assertions.Expect(keys.Row(name)).ToContainTextAsync(Texts.AppKeys_Revoked);
        Assert.Equal((401, 401), (await AskAsync(visit.Page, first), await AskAsync(visit.Page, second)));
        await Accessible.CheckAsync(visit.Page.Locator("html"));
    });

    [Fact]
    public Task A_program_reads_what_the_api_offers() => WalkAsync(async () =>
    {
        var docs = await new ApiDocsPage((await OpenAsync()).Page).OpenAsync();

        // What the browser says of scripts and policies would end the journey.
        await docs.OpenTheOperationAsync("Cancellation", "CancelOrder");
        await Assertions.Expect(docs.Operation("Cancellation", "CancelOrder")).ToContainTextAsync("partially-invoiced");
    });

    private static async Task<int> AskAsync(IPage page, (string Key, string Token) credentials)
    {
        var answer = await page.APIRequest.GetAsync(Operation, new()
        {
            Headers = new Dictionary<string, string> { ["X-VTEX-API-AppKey"] = credentials.Key, ["X-VTEX-API-AppToken"] = credentials.Token },
        });
        return answer.Status;
    }
}
