using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

/// <summary>Every page by day, by night and on a phone: accessible, and no wider than the window.</summary>
[Collection(Gallery.Name)]
public sealed class Looks(Gallery store) : Journey(store)
{
    public static TheoryData<string> All => ["light", "dark", "phone", "dark phone"];

    [Theory]
    [MemberData(nameof(All))]
    public Task Signing_in_looks_right(string look) => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Of(look));
        var signIn = await new SignInPage(visit.Page).OpenAsync();
        await LooksRightAsync(visit);

        await signIn.TryAsync("nobody@example.com", "not-the-password");
        await Assertions.Expect(signIn.Failure).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    }, look);

    [Theory]
    [MemberData(nameof(All))]
    public Task Pages_around_orders_look_right(string look) => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Of(look));
        await (await new SignInPage(visit.Page).OpenAsync()).SignInAsAsync(Account.Owner);

        await VisitAsync(visit, "/settings", Texts.Settings);

        visit.Expected = ["404"];
        await VisitAsync(visit, "/nothing-is-here", Texts.Error_NotFound);
    }, look);

    private static Screen Of(string look) => (look.Contains("phone", StringComparison.Ordinal) ? Screen.Phone : Screen.Desktop) with
    {
        IsDark = look.Contains("dark", StringComparison.Ordinal),
    };

    private static async Task VisitAsync(Visit visit, string address, string heading)
    {
        await visit.Page.GotoAsync(address);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    }

    private static async Task LooksRightAsync(Visit visit)
    {
        await Accessible.CheckAsync(visit.Page);
        await Accessible.FitsAsync(visit.Page);
    }
}
