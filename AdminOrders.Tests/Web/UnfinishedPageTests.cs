using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Unfinished;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class UnfinishedPageTests
{
    private const string Mail = "tr[data-order='o-1'][data-kind='CustomerMail']";
    [Fact]
    public async Task A_row_says_what_is_owed_to_whom_and_what_the_other_side_said()
    {
        await using var circuit = await Open();
        var row = Show(circuit).Find(Mail);
        Assert.Equal("Mail to the customer: Order canceled", row.QuerySelector(".cell-asked .strong")!.TextContent);
        Assert.Contains("jose@example.com", row.QuerySelector(".cell-asked .clip")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("no such mailbox", row.QuerySelector(".unfinished-words")!.TextContent);
        Assert.Equal("Given up", row.QuerySelector(".unfinished-state")!.TextContent);
    }

    [Fact]
    public async Task A_retry_happens_at_once_and_a_colleague_who_comes_late_changes_nothing()
    {
        await using var circuit = await Open();
        var page = Show(circuit);
        await page.Find($"{Mail} [data-key=r]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Waiting", page.Find($"{Mail} .unfinished-state").TextContent));
        Assert.Equal("true", page.Find($"{Mail} [data-key=r]").GetAttribute("aria-disabled"));
        Assert.Equal("effect-retried", (await circuit.Store.History("o-1"))[^1].Kind);
    }

    [Fact]
    public async Task Done_by_hand_wants_a_reason()
    {
        await using var circuit = await Open();
        var page = Show(circuit);
        await page.Find($"{Mail} [data-key=d]").ClickAsync(new());
        await page.Find("dialog .dialog-foot .button-primary").ClickAsync(new());
        Assert.Equal("Say how it was done, or why it need not be.", page.Find("dialog .field-error").TextContent);
        Assert.DoesNotContain(await circuit.Store.History("o-1"), row => row.Kind == "effect-done-by-hand");
    }

    [Fact]
    public async Task Several_at_once_have_a_result_each_and_what_was_seen_to_meanwhile_says_by_whom()
    {
        await using var circuit = await Open();
        var page = Show(circuit, "?kind=customer-mail");
        await page.Find("thead input").ClickAsync(new());
        await page.Find(".bulk-bar .button-primary").ClickAsync(new());
        var first = (await circuit.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.CustomerMail), null, 1)).Rows[0];
        await circuit.Store.Send(first.OrderId, new FinishByHand(first.EffectId, "by phone"), Actors.OtherOperator);
        await page.Find("dialog .dialog-foot .button-primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["Unchanged", "Done"], page.FindAll(".bulk-lines li").Select(line => line.GetAttribute("data-state"))));
        Assert.Contains("Bruno: Done by hand", page.Find(".bulk-lines [data-state=Unchanged]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_says_what_to_do_and_is_done_with_a_reason()
    {
        await using var circuit = await Open();
        await circuit.Store.Send("o-1", new Invoice(new("I-1", 2_000, An.Instant)), Actors.Operator);
        var page = Show(circuit, "?kind=alert");
        var row = Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal("An invoice came for a canceled order: the goods may have left", row.QuerySelector(".cell-asked .strong")!.TextContent);
        Assert.Equal("Waits for a person", row.QuerySelector(".unfinished-state")!.TextContent);
        Assert.Contains("Ask the warehouse", row.QuerySelector(".cell-would")!.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("[data-key=r]"));

        await page.Find("tbody [data-key=x]").ClickAsync(new());
        Assert.Equal(["Done by hand"], page.FindAll(".bulk-bar .button-row .button:not(.button-quiet)").Select(button => button.TextContent));
        await page.Find("tbody [data-key=d]").ClickAsync(new());
        await page.Find("#by-hand-reason").InputAsync(new() { Value = "The van was stopped" });
        await page.Find("dialog .dialog-foot .button-primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Done by hand", page.Find("tbody .unfinished-state").TextContent));
        Assert.Equal("effect-done-by-hand", (await circuit.Store.History("o-1"))[^1].Kind);
    }

    [Fact]
    public async Task An_order_that_hangs_says_what_it_waits_for_and_is_tried_again_or_canceled_on_its_page()
    {
        await using var circuit = await Open(PredefinedRoles.Owner);
        await circuit.Store.Import(An.Order("hangs").In("approving-transaction", An.Instant.AddMinutes(15)));
        circuit.Store.Clock.Advance(TimeSpan.FromDays(2));
        var page = Show(circuit, "?kind=moving-order");
        var row = Assert.Single(page.FindAll("tbody tr"));
        Assert.Contains("the payment system has not answered", row.QuerySelector(".cell-would")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("orders/hangs?panel=cancel-as-incomplete", row.QuerySelector("[data-key=d]")!.GetAttribute("href"));

        await page.Find("tbody [data-key=r]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Waiting", page.Find("tbody .unfinished-state").TextContent));
        Assert.Equal("true", page.Find("tbody [data-key=r]").GetAttribute("aria-disabled"));
    }

    [Fact]
    public async Task Who_may_not_cancel_sees_why_and_an_empty_page_says_that_nothing_is_unfinished()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        var page = Show(circuit);
        Assert.Contains("missing-resource", page.Find($"{Mail} .cell-actions").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tbody [data-key=x]"));
        Assert.True(page.Find("thead input").HasAttribute("disabled"));
        Assert.Equal($"On this page: {page.FindAll("tbody tr").Count}, in all: {page.FindAll("tbody tr").Count}", page.Find(".list-foot p").TextContent);

        await using var empty = await Circuit.Open(PredefinedRoles.ReadOnly);
        Register(empty);
        Assert.Equal("Nothing is unfinished", Show(empty).Find(".empty h2").TextContent);
    }

    [Fact]
    public async Task What_a_channel_tells_of_and_could_not_be_taken_in_is_unfinished_too()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.ReadOnly);
        Register(circuit);
        var inbox = circuit.Store.Get<ChannelInbox>();
        await inbox.Take(new(ChannelNames.Amazon, "n-1", "701-1", "OrderStatusChange"));
        await inbox.Postpone(ChannelNames.Amazon, Assert.Single(await inbox.Due(ChannelNames.Amazon, 1, CancellationToken.None)), circuit.Store.Clock.GetUtcNow().AddHours(1), "unreadable", CancellationToken.None);

        var page = Show(circuit);

        Assert.Equal(("1 order of a channel could not be taken in yet", "channels#untaken"), (page.Find("#untaken").TextContent.Trim(), page.Find("#untaken a").GetAttribute("href")));
        Assert.Empty(page.FindAll(".empty"));
    }

    private static async Task<Circuit> Open(string role = PredefinedRoles.FullAccess)
    {
        var circuit = await Circuit.Open(role);
        Register(circuit);
        circuit.Store.Clock.Set(An.Instant);
        await circuit.Store.Canceled("o-1");
        await circuit.Store.Canceled("o-2");
        using var runner = circuit.Store.Runner(Outsider.Who(Outcome.Refused("no such mailbox")).Takes(Consumers.MailCustomer));
        await runner.Settle();
        return circuit;
    }

    private static void Register(Circuit circuit) => circuit.Services.AddSingleton<UnfinishedScreens>().AddSingleton<OrderChanges>();

    private static IRenderedComponent<UnfinishedPage> Show(Circuit circuit, string query = "")
    {
        circuit.Navigation.NavigateTo("unfinished" + query);
        var page = circuit.Render<UnfinishedPage>();
        page.WaitForElement(".list");
        return page;
    }
}
