using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Settings;
using Bunit;

namespace AdminOrders.Tests.Web;

public sealed class ReasonsPageTests
{
    [Fact]
    public async Task A_reason_is_added_at_the_end_with_its_three_labels_and_its_code()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var page = Open(circuit, "?edit=new");
        Fill(page, "Box was damaged", "Caja dañada", "Caixa danificada");
        await page.Find("#reason-marketplace").ChangeAsync(new() { Value = "NO_INVENTORY" });
        await page.Find("form").SubmitAsync();

        var added = (await circuit.Store.Reasons.List())[^1];
        Assert.Equal(("box-was-damaged", new ReasonLabel("Box was damaged", "Caja dañada", "Caixa danificada"), "NO_INVENTORY", true),
            (added.Code, added.Label, added.MarketplaceCode, added.IsActive));
        Assert.EndsWith("settings/reasons", circuit.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_named_by_its_field()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var before = (await circuit.Store.Reasons.List()).Count;
        var page = Open(circuit, "?edit=new");
        Fill(page, "", "Caja", new string('x', 201));
        await page.Find("form").SubmitAsync();

        Assert.Equal(
            ["Label in English: enter a text.", "Label in Portuguese: at most 200 characters."],
            page.FindAll(".validation-message").Select(message => message.TextContent));
        Assert.Equal(before, (await circuit.Store.Reasons.List()).Count);
    }

    [Fact]
    public async Task A_reason_keeps_its_id_and_code_when_it_is_worded_anew()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var before = (await circuit.Store.Reasons.List())[2];
        var page = Open(circuit, $"?edit={before.Id}");
        Assert.Equal(before.Label.Es, page.Find("#reason-es").GetAttribute("value"));
        await page.Find("#reason-en").ChangeAsync(new() { Value = "Nobody lives there" });
        await page.Find("form").SubmitAsync();

        var after = (await circuit.Store.Reasons.List())[2];
        Assert.Equal((before.Id, before.Code, "Nobody lives there"), (after.Id, after.Code, after.Label.En));
    }

    [Fact]
    public async Task Reasons_move_and_are_switched_off_in_place()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var before = await circuit.Store.Reasons.List();
        var page = Open(circuit, "");
        await page.Find($"[aria-label='Move “{before[1].Label.En}” up']").ClickAsync(new());
        await page.Find($"[role=switch][aria-label='{before[1].Label.En}']").ChangeAsync(new() { Value = false });

        var after = await circuit.Store.Reasons.List();
        Assert.Equal([before[1].Id, before[0].Id], after.Take(2).Select(reason => reason.Id));
        Assert.False(after[0].IsActive);
        Assert.Equal(before[1].Label.En, page.Find("tbody .reason-name").TextContent);
        Assert.True(page.Find("tbody tr button").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Who_lost_the_permission_meanwhile_changes_nothing()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var before = await circuit.Store.Reasons.List();
        var page = Open(circuit, "");
        await circuit.TakeAway(Resource.ManageSettings);
        await page.Find($"[aria-label='Move “{before[1].Label.En}” up']").ClickAsync(new());

        Assert.Equal("Your role may no longer change settings. Nothing was saved.", page.Find("[role=alert]").TextContent);
        Assert.Equal(before.Select(reason => reason.Id), (await circuit.Store.Reasons.List()).Select(reason => reason.Id));
    }

    [Fact]
    public async Task An_unknown_reason_opens_no_dialog()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        Assert.Empty(Open(circuit, "?edit=4711").FindAll("dialog"));
    }

    private static IRenderedComponent<ReasonsPage> Open(Circuit circuit, string query)
    {
        circuit.Navigation.NavigateTo("settings/reasons" + query);
        return circuit.Render<ReasonsPage>();
    }

    private static void Fill(IRenderedComponent<ReasonsPage> page, string english, string spanish, string portuguese)
    {
        page.Find("#reason-en").Change(english);
        page.Find("#reason-es").Change(spanish);
        page.Find("#reason-pt").Change(portuguese);
    }
}
