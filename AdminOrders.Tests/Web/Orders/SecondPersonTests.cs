using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using Bunit;

namespace AdminOrders.Tests.Web.Orders;

public sealed class SecondPersonTests
{
    [Fact]
    public async Task Who_asked_is_told_on_the_page_who_may_confirm_by_role_and_by_name()
    {
        await using var stage = await PageStage.OpenAsync();
        await stage.Policy.Save(Policy.Default with { SecondPerson = SecondPerson.Always });
        await stage.AddColleagueAsync("Olga", PredefinedRoles.Owner);
        var id = await stage.AddAsync(An.Order().Paid());
        var request = new string('c', 32);
        Assert.Equal(Status.CancellationRequested, (await stage.ForgeAsync(id, new Cancel(request, Side.Store, new Reason(null, "sold out")))).Status);

        var page = stage.Show(id, $"?panel=confirm-cancellation&request={request}");

        page.WaitForAssertion(() => Assert.Contains(Said(Texts.Order_WhoMayByName, "Olga"), page.Find("dialog").TextContent, StringComparison.Ordinal));
        Assert.Contains(Said(Texts.Order_WhoMay, "OMS - Full access, Owner, Support agent"), page.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".dialog-foot .button-danger"));
        Assert.Equal(Refusal.SecondPersonRequired, Assert.IsType<Refused>((await stage.ForgeAsync(id, new ConfirmCancellation(request))).Decision).Code);
    }

    [Fact]
    public async Task A_limit_that_is_set_while_a_dialog_is_open_holds_for_it()
    {
        await using var stage = await PageStage.OpenAsync(PredefinedRoles.SupportAgent);
        var id = await stage.AddAsync(An.Order().Paid());
        var cancel = new Cancel(new string('d', 32), Side.Store, new Reason(null, "sold out"));
        var seen = await stage.PreviewAsync(id, cancel);
        await stage.Policy.Save(Policy.Default with
        {
            CancelingRoles = [new(PredefinedRoles.SupportAgent, ImmutableDictionary<string, long>.Empty.Add("BRL", 100))],
        });

        var refused = Assert.IsType<Refused>((await stage.ForgeAsync(id, cancel, seen.Fingerprint)).Decision);
        Assert.Equal(Refusal.AboveYourLimit, refused.Code);
        Assert.Equal(["OMS - Full access", "Owner"], refused.WhoMay.AsEnumerable());

        var page = stage.Show(id, "?panel=cancel");
        page.WaitForAssertion(() => Assert.Contains(Said(Texts.Order_WhoMay, "OMS - Full access, Owner"), page.Find("dialog").TextContent, StringComparison.Ordinal));
    }

    private static string Said(string format, string names) => string.Format(System.Globalization.CultureInfo.CurrentCulture, format, names);
}
