using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Settings.AppKeys;
using Bunit;

namespace AdminOrders.Tests.Web;

public sealed class AppKeysPageTests
{
    [Fact]
    public async Task A_key_is_made_by_its_form_and_its_token_is_shown_once()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var page = Open(circuit, "?make=1");
        await page.Find("#key-name").ChangeAsync(new() { Value = " ERP " });
        await page.Find("input[type=checkbox]").ChangeAsync(new() { Value = true });
        await page.Find("#key-side").ChangeAsync(new() { Value = "Marketplace" });
        await page.Find("#key-party").ChangeAsync(new() { Value = "AMZ" });
        await page.Find("#key-seconds").ChangeAsync(new() { Value = "30" });
        await page.Find("form").SubmitAsync();

        var made = Assert.Single(await circuit.Store.Get<AppKeys>().List());
        Assert.Equal(("ERP", Side.Marketplace, "AMZ", SecondCall.AfterSeconds(30), "Ana"), (made.Name, made.Side, made.Party, made.SecondCall, made.IssuedBy));
        Assert.Equal(PredefinedRoles.Owner, Assert.Single(made.Roles));
        var (id, token) = (page.Find("#issued-key").GetAttribute("value")!, page.Find("#issued-token").GetAttribute("value")!);
        Assert.Equal(made.Id, id);
        var known = await circuit.Store.Get<AppKeyDoor>().Find(id, token);
        Assert.Equal(("key:" + id, Side.Marketplace), (known!.Actor.Id, known.Actor.Side));
        Assert.NotNull(known.Actor.IssuedBy);

        await page.Find("dialog .dialog-foot button").ClickAsync(new());
        Assert.DoesNotContain(token, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("dialog"));
    }

    [Theory]
    [InlineData("", "Name: enter 1 to 100 characters.")]
    [InlineData("ERP", "Roles: choose at least one.")]
    public async Task What_is_missing_is_said_and_nothing_is_made(string name, string said)
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var page = Open(circuit, "?make=1");
        await page.Find("#key-name").ChangeAsync(new() { Value = name });
        await page.Find("form").SubmitAsync();

        Assert.Equal(said, page.Find("dialog [role=alert]").TextContent);
        Assert.Empty(await circuit.Store.Get<AppKeys>().List());
    }

    [Fact]
    public async Task A_rotated_key_takes_both_tokens_for_the_time_that_was_chosen()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var (key, door) = (await Make(circuit), circuit.Store.Get<AppKeyDoor>());
        var page = Open(circuit, "?rotate=" + key.AppKey);
        await page.Find("#rotate-overlap").ChangeAsync(new() { Value = "1" });
        await page.Find("form").SubmitAsync();
        var token = page.Find("#issued-token").GetAttribute("value")!;

        Assert.NotEqual(key.AppToken, token);
        Assert.NotNull(await door.Find(key.AppKey, token));
        Assert.NotNull(await door.Find(key.AppKey, key.AppToken));
        circuit.Store.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await door.Find(key.AppKey, key.AppToken));
        Assert.NotNull(await door.Find(key.AppKey, token));
    }

    [Fact]
    public async Task A_key_is_revoked_after_one_more_question()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var key = await Make(circuit);
        var page = Open(circuit, "?revoke=" + key.AppKey);
        await page.Find(".button-danger").ClickAsync(new());

        Assert.Null(await circuit.Store.Get<AppKeyDoor>().Find(key.AppKey, key.AppToken));
        Assert.NotNull((await circuit.Store.Get<AppKeys>().List())[0].RevokedAt);
        Assert.Empty(page.FindAll($"#revoke-{key.AppKey}"));
    }

    [Fact]
    public async Task Who_lost_the_permission_meanwhile_revokes_nothing()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        var key = await Make(circuit);
        var page = Open(circuit, "?revoke=" + key.AppKey);
        await circuit.TakeAway(Resource.ManageUsers);
        await page.Find(".button-danger").ClickAsync(new());

        Assert.Equal("Your role may no longer give roles to programs. Nothing was saved.", page.Find("[role=alert]").TextContent);
        Assert.NotNull(await circuit.Store.Get<AppKeyDoor>().Find(key.AppKey, key.AppToken));
    }

    [Theory]
    [InlineData("?rotate=appkey-0000000000000000")]
    [InlineData("?revoke=nothing")]
    public async Task An_unknown_key_opens_no_dialog(string query)
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        Assert.Empty(Open(circuit, query).FindAll("dialog"));
    }

    private static async Task<IssuedToken> Make(Circuit circuit) =>
        (await circuit.Store.Get<AppKeys>().Make(new("ERP", [PredefinedRoles.Owner], Side.Store, null, SecondCall.Default))).Issued!;

    private static IRenderedComponent<AppKeysPage> Open(Circuit circuit, string query)
    {
        circuit.Navigation.NavigateTo("settings/app-keys" + query);
        return circuit.Render<AppKeysPage>();
    }
}
