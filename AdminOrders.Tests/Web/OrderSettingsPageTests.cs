using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Settings.Policies;
using Bunit;

namespace AdminOrders.Tests.Web;

public sealed class OrderSettingsPageTests
{
    [Fact]
    public async Task Everything_that_is_filled_in_is_in_force_in_minor_units_and_plain_time()
    {
        await using var circuit = await Open();
        var page = circuit.Render<OrderSettingsPage>();
        Fill(page, "setting-graceperiod", "45");
        Fill(page, "setting-asksagain", "1.5");
        Fill(page, "setting-closedchannels", "2, 7");
        page.Find("input[name=second][value=AboveValue]").Change(true);
        Fill(page, "setting-above-brl", "1,234.50");
        Fill(page, "setting-limit-brl-support-agent", "300");
        await page.Find("details input[name=status-handling]").ChangeAsync(new() { Value = false });
        await page.Find("form").SubmitAsync();

        var policy = await circuit.Store.Get<PolicySetting>().Read();
        Assert.Equal((TimeSpan.FromMinutes(45), TimeSpan.FromHours(1.5)), (policy.GracePeriod, policy.CustomerAsksAgainAfter));
        Assert.Equal((SecondPerson.AboveValue, 123_450), (policy.SecondPerson, policy.SecondPersonAbove["BRL"]));
        Assert.Equal(30_000, policy.CancelingRoles.Single(role => role.Name == PredefinedRoles.SupportAgent).Limits!["BRL"]);
        Assert.Equal(["2", "7"], policy.CustomerDoor.ClosedSalesChannels.Order(StringComparer.Ordinal));
        Assert.Equal(Status.Handling, Assert.Single(policy.CustomerDoor.ClosedStatuses));
        Assert.Equal("1234.50", page.Find("#setting-above-brl").GetAttribute("value"));
        Assert.Contains(Texts.OrderSettings_MovesNothing, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_named_at_its_field_and_nothing_is_saved()
    {
        await using var circuit = await Open();
        var page = circuit.Render<OrderSettingsPage>();
        Fill(page, "setting-requestdeadline", "0");
        Fill(page, "setting-limit-brl-support-agent", "10,5");
        Fill(page, "setting-closedsellers", new string('x', 101));
        await page.Find("form").SubmitAsync();

        Assert.Equal("Time to answer a request (days): enter a number from 1 to 365.", page.Find("#setting-requestdeadline-error").TextContent);
        Assert.Equal("Support agent, in BRL: enter an amount such as 1500.00, or nothing.", page.Find("#setting-limit-brl-support-agent-error").TextContent);
        Assert.Equal("true", page.Find("#setting-closedsellers").GetAttribute("aria-invalid"));
        Assert.Equal("10,5", page.Find("#setting-limit-brl-support-agent").GetAttribute("value"));
        Assert.Equal(Policy.Default.RequestDeadline, (await circuit.Store.Get<PolicySetting>().Read()).RequestDeadline);
    }

    [Fact]
    public async Task Money_is_read_in_the_readers_culture()
    {
        await using var circuit = await Open();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("pt-BR");
        var page = circuit.Render<OrderSettingsPage>();
        Fill(page, "setting-limit-brl-support-agent", "1.234,50");
        await page.Find("form").SubmitAsync();

        var policy = await circuit.Store.Get<PolicySetting>().Read();
        Assert.Equal(123_450, policy.CancelingRoles.Single(role => role.Name == PredefinedRoles.SupportAgent).Limits!["BRL"]);
        Assert.Equal("1234,50", Text(page, "setting-limit-brl-support-agent"));
    }

    [Fact]
    public async Task Who_saves_second_is_told_what_changed_and_loses_nothing_that_was_typed()
    {
        await using var circuit = await Open();
        var page = circuit.Render<OrderSettingsPage>();
        Fill(page, "setting-graceperiod", "45");
        Fill(page, "setting-moving", "20");
        await circuit.Store.Get<PolicySetting>().Save(Policy.Default with { GracePeriod = TimeSpan.FromMinutes(60), RequestDeadline = TimeSpan.FromDays(10) });
        await page.Find("form").SubmitAsync();

        var told = page.Find(".notice-warning[role=alert]").TextContent;
        Assert.Contains("Cancellation window (minutes): 30 → 60. You typed 45, and that stands here.", told, StringComparison.Ordinal);
        Assert.Contains("Time to answer a request (days): 30 → 10", told, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(60), (await circuit.Store.Get<PolicySetting>().Read()).GracePeriod);
        Assert.Equal(("45", "20", "10"), (Text(page, "setting-graceperiod"), Text(page, "setting-moving"), Text(page, "setting-requestdeadline")));

        await page.Find("form").SubmitAsync();
        var policy = await circuit.Store.Get<PolicySetting>().Read();
        Assert.Equal((45, 20, 10), (policy.GracePeriod.TotalMinutes, policy.MovingAfter.TotalMinutes, policy.RequestDeadline.TotalDays));
        Assert.Empty(page.FindAll(".notice-warning"));
    }

    [Fact]
    public async Task Who_lost_the_permission_meanwhile_changes_nothing()
    {
        await using var circuit = await Open();
        var page = circuit.Render<OrderSettingsPage>();
        Fill(page, "setting-graceperiod", "45");
        await circuit.TakeAway(Resource.ManageSettings);
        await page.Find("form").SubmitAsync();

        Assert.Equal(Texts.Settings_Denied, page.Find("[role=alert]").TextContent);
        Assert.Equal(Policy.Default.GracePeriod, (await circuit.Store.Get<PolicySetting>().Read()).GracePeriod);
    }

    [Fact]
    public async Task A_currency_is_added_by_its_letters_and_owners_have_no_limit()
    {
        await using var circuit = await Open();
        var page = circuit.Render<OrderSettingsPage>();
        await AddCurrency(page, "x1");
        Assert.Equal(Texts.OrderSettings_CurrencyWrong, page.Find("#setting-newcurrency-error").TextContent);
        await AddCurrency(page, "jpy");
        Fill(page, "setting-limit-jpy-support-agent", "5000");
        await page.Find("form").SubmitAsync();

        var limited = Assert.Single((await circuit.Store.Get<PolicySetting>().Read()).CancelingRoles, role => role.Limits is not null);
        Assert.Equal(("JPY", 5_000), limited.Limits!.Select(limit => (limit.Key, limit.Value)).Single());
        Assert.DoesNotContain(page.FindAll("label"), label => label.TextContent.StartsWith("Owner,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Enter_adds_the_currency_and_saves_nothing()
    {
        await using var circuit = await Open();
        var page = circuit.Render<OrderSettingsPage>();
        var input = page.Find("#setting-newcurrency");
        Assert.Equal("", input.GetAttribute("form"));
        input.Input("jpy");
        await page.Find("#setting-newcurrency").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Enter" });

        Assert.NotNull(page.Find("#setting-limit-jpy-support-agent"));
        Assert.Equal("", Text(page, "setting-newcurrency") ?? "");
    }

    // A store with an order in BRL and an agent's role.
    private static async Task<Circuit> Open()
    {
        var circuit = await Circuit.Open(PredefinedRoles.Owner);
        await circuit.Store.Import(An.Order("1268540501456-01").Paid());
        await using var db = circuit.Store.Read();
        var agent = new Role { Name = PredefinedRoles.SupportAgent, NormalizedName = "SUPPORT AGENT" };
        db.Add(agent);
        db.Add(new Microsoft.AspNetCore.Identity.IdentityRoleClaim<string>
        {
            RoleId = agent.Id,
            ClaimType = PredefinedRoles.ResourceClaim,
            ClaimValue = Resource.CancelOrder,
        });
        await db.SaveChangesAsync();
        return circuit;
    }

    private static void Fill(IRenderedComponent<OrderSettingsPage> page, string id, string text) => page.Find($"#{id}").Change(text);

    private static string? Text(IRenderedComponent<OrderSettingsPage> page, string id) => page.Find($"#{id}").GetAttribute("value");

    private static async Task AddCurrency(IRenderedComponent<OrderSettingsPage> page, string typed)
    {
        page.Find("#setting-newcurrency").Input(typed);
        await page.Find(".setting-add button").ClickAsync(new());
    }
}
