using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

public sealed class LookingAfterTheStore(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task An_owner_finds_Health_and_verifies_the_store() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Owner);
        await visit.Page.GotoAsync("/settings");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = Texts.Health }).First.ClickAsync();
        var health = new HealthPage(visit.Page);
        await Assertions.Expect(health.Title).ToBeVisibleAsync();

        await health.VerifyAsync();

        await Accessible.CheckAsync(visit.Page.Locator("html"));
        await visit.Page.ReloadAsync();
        await Assertions.Expect(health.Everything).ToBeVisibleAsync();
    });

    [Fact]
    public Task An_operator_finds_no_Health_among_the_settings() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator);
        await visit.Page.GotoAsync("/settings");

        await Assertions.Expect(visit.Page.GetByText(Texts.Settings_Nothing)).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = Texts.Health })).ToHaveCountAsync(0);
    });
}
