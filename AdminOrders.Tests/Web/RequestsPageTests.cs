using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Requests;
using Bunit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class RequestsPageTests
{
    [Fact]
    public async Task A_row_says_who_asks_why_for_what_and_what_confirming_would_do()
    {
        await using var circuit = await Open(1);
        var row = Show(circuit).Find("[data-order='q-1']");
        Assert.Equal("Asked by the customer", row.QuerySelector(".cell-asked .strong")!.TextContent);
        Assert.Equal("changed my mind", row.QuerySelector(".cell-asked .clip")!.TextContent);
        Assert.Equal("Cancels the order · voids R$100.00 · frees 5 units", row.QuerySelector(".cell-would")!.TextContent);
        Assert.Equal("3 × Shirt, 2 × Shoes", row.QuerySelector(".cell-total .clip")!.TextContent);
        Assert.Equal("in 30 d", row.QuerySelector(".time-left")!.TextContent);
        Assert.Equal("orders/q-1", row.QuerySelector("[data-key=o]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_row_of_a_buyers_wish_names_the_items_and_says_that_the_whole_order_would_be_canceled()
    {
        await using var circuit = await Open(1);
        await circuit.Store.Import(An.Order("wish").Handling());
        var wish = new RecordChannelRequest(new('9', 32), new(null, "Amazon: 1 × Teapot"));
        await circuit.Store.Send("wish", wish, ChannelNames.ActorOf(ChannelNames.Amazon));

        var row = Show(circuit).Find("[data-order='wish']");

        Assert.Equal("Amazon: 1 × Teapot", row.QuerySelector(".cell-asked .clip")!.TextContent);
        Assert.StartsWith("Cancels the whole order · ", row.QuerySelector(".cell-would")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_opens_by_an_address_that_names_the_request_and_keeps_the_filter()
    {
        await using var circuit = await Open(1);
        var page = Show(circuit, "?side=customer");
        Assert.Equal(
            $"requests?side=customer&panel=confirm-cancellation&order=q-1&request={OrderBuilder.RequestId(Side.Customer)}",
            page.Find("[data-order='q-1'] [data-key=a]").GetAttribute("href"));

        circuit.Navigation.NavigateTo(page.Find("[data-order='q-1'] [data-key=d]").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Contains("q-1", page.Find("dialog .lead").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taking_and_releasing_happen_at_once_and_the_row_says_so()
    {
        await using var circuit = await Open(1);
        var page = Show(circuit);
        await page.Find("[data-order='q-1'] [data-key=t]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Ana", page.Find("[data-order='q-1'] .cell-assignee .clip").TextContent));
        Assert.Equal("Release", page.Find("[data-order='q-1'] [data-key=t]").TextContent);

        await page.Find("[data-order='q-1'] [data-key=t]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Nobody", page.Find("[data-order='q-1'] .cell-assignee .clip").TextContent));
        Assert.Equal(["order-imported", "request-taken", "request-released"], (await circuit.Store.History("q-1")).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task An_answered_row_stays_with_who_answered_it_and_leaves_the_selection()
    {
        await using var circuit = await Open(3);
        var page = Show(circuit);
        await page.Find("[data-order='q-2'] [data-key=x]").ClickAsync(new());
        Assert.Equal("1 selected", page.Find(".bulk-bar strong").TextContent);

        await circuit.Store.Send("q-2", new Decline(OrderBuilder.RequestId(Side.Customer), "no", ""), Actors.OtherOperator);
        page.WaitForAssertion(() => Assert.StartsWith("Bruno: ", page.Find("[data-order='q-2'] .cell-asked .muted").TextContent, StringComparison.Ordinal));
        Assert.Equal(["q-1", "q-2", "q-3"], Ids(page));
        Assert.Empty(page.FindAll("[data-order='q-2'] [data-key=a]"));
        Assert.Empty(page.FindAll(".bulk-bar"));
    }

    [Fact]
    public async Task A_new_request_is_counted_and_comes_in_when_it_is_asked_for()
    {
        await using var circuit = await Open(1);
        var page = Show(circuit);
        await Import(circuit, 2);
        page.WaitForAssertion(() => Assert.Equal("1 new request", page.Find(".arrived-chip").TextContent));
        Assert.Equal(["q-1"], Ids(page));
        await page.Find(".arrived-chip").ClickAsync(new());
        Assert.Equal(["q-1", "q-2"], Ids(page));
    }

    [Fact]
    public async Task Shift_chooses_all_rows_between_and_the_head_all_of_the_page()
    {
        await using var circuit = await Open(4);
        var page = Show(circuit);
        await page.Find("[data-order='q-1'] [data-key=x]").ClickAsync(new());
        await page.Find("[data-order='q-3'] [data-key=x]").ClickAsync(new() { ShiftKey = true });
        Assert.Equal("3 selected", page.Find(".bulk-bar strong").TextContent);
        await page.Find("thead input").ClickAsync(new());
        Assert.Equal("4 selected", page.Find(".bulk-bar strong").TextContent);
        await page.Find("thead input").ClickAsync(new());
        Assert.Empty(page.FindAll(".bulk-bar"));
    }

    [Fact]
    public async Task What_was_chosen_in_this_tab_is_chosen_again_where_it_still_waits()
    {
        await using var circuit = await Open(3);
        await circuit.Store.Send("q-2", new Decline(OrderBuilder.RequestId(Side.Customer), "no", ""), Actors.OtherOperator);
        await using var db = circuit.Store.Read();
        var keys = await db.Orders.OrderBy(order => order.OrderId).Select(order => order.Key).ToArrayAsync();
        circuit.Circuit.JSInterop.Setup<long[]?>("adminOrders.selection.kept", "requests").SetResult([keys[1], keys[2], 99]);

        var page = Show(circuit);
        page.WaitForAssertion(() => Assert.Equal("1 selected", page.Find(".bulk-bar strong").TextContent));
        await page.Find("[data-order='q-1'] [data-key=x]").ClickAsync(new());

        var kept = circuit.Circuit.JSInterop.Invocations["adminOrders.selection.keep"][^1];
        Assert.Equal("requests", kept.Arguments[0]);
        Assert.Equal([keys[0], keys[2]], Assert.IsAssignableFrom<IEnumerable<long>>(kept.Arguments[1]).Order());
    }

    [Fact]
    public async Task Several_declined_at_once_show_the_letter_and_the_page_in_each_language_of_their_customers()
    {
        await using var circuit = await Open(0);
        await Import(circuit, "q-1", Side.Customer, "es-MX");
        await Import(circuit, "q-2", Side.Customer, "pt-BR");
        await Import(circuit, "q-3", Side.Customer, "es-ES");
        await Import(circuit, "q-4", Side.Seller, "en-US");
        var page = Show(circuit);
        await page.Find("thead input").ClickAsync(new());
        await page.FindAll(".bulk-bar .button").Single(button => button.TextContent == "Decline").ClickAsync(new());
        await page.Find("#bulk-customer").InputAsync(new() { Value = "It <b>left</b>" });

        var letters = page.FindAll(".letter");
        Assert.Equal(["es-ES", "pt-BR"], letters.Select(letter => letter.QuerySelector("[lang]")!.GetAttribute("lang")));
        Assert.EndsWith(": goes to 2 customers", page.Find(".letter-fold > summary").TextContent, StringComparison.Ordinal);
        Assert.All(letters, letter => Assert.Equal(2, letter.QuerySelectorAll(".quote").Count(quote => quote.TextContent.Contains("It <b>left</b>", StringComparison.Ordinal))));
        Assert.Contains("La tienda denegó su solicitud", letters[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("A loja recusou sua solicitação", letters[1].TextContent, StringComparison.Ordinal);

        await page.FindAll(".bulk-dialog .button").First(button => button.TextContent == "Close").ClickAsync(new());
        Assert.Equal("4 selected", page.Find(".bulk-bar strong").TextContent);
    }

    [Fact]
    public async Task Who_may_not_cancel_sees_why_every_answer_is_closed()
    {
        await using var circuit = await Open(1, PredefinedRoles.ReadOnly);
        var page = Show(circuit);
        var confirm = page.Find("[data-order='q-1'] [data-key=a]");
        Assert.Equal("true", confirm.GetAttribute("aria-disabled"));
        Assert.Contains("missing-resource", page.Find($"#{confirm.GetAttribute("popovertarget")}").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-key=t]"));
    }

    [Fact]
    public async Task Where_a_second_person_is_needed_the_colleagues_who_may_are_named()
    {
        await using var circuit = await Open(0);
        await circuit.Store.Get<PolicySetting>().Save(Policy.Default with { SecondPerson = SecondPerson.Always });
        var reader = await AddColleague(circuit.Store, "Sara");
        await circuit.Store.Import(An.Order("q-1").Handling().AskedBy(Side.Store, new Actor(Side.Store, "user:" + reader, "Ana")));

        var confirm = Show(circuit).Find("[data-order='q-1'] [data-key=a]");
        var why = confirm.ParentElement!.QuerySelector($"#{confirm.GetAttribute("popovertarget")}")!.TextContent;
        Assert.Contains("second-person-required", why, StringComparison.Ordinal);
        Assert.Contains("Sara", why, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_who_has_the_order_open_is_named()
    {
        await using var circuit = await Open(1);
        var page = Show(circuit);
        using (circuit.Presence.Enter("q-1", new("user:bruno", "Bruno")))
        {
            page.WaitForAssertion(() => Assert.Equal("Open now: Bruno", page.Find("[data-order='q-1'] .present").TextContent));
        }

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-order='q-1'] .present")));
    }

    [Fact]
    public async Task Filters_are_addresses_and_an_empty_queue_says_what_to_do()
    {
        await using var circuit = await Open(1);
        var page = Show(circuit);
        await page.Find("select[aria-label=Assignee]").ChangeAsync(new() { Value = "me" });
        Assert.EndsWith("/requests?assignee=me", circuit.Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("No request matches these filters", page.Find(".empty h2").TextContent));
    }

    private static async Task<TestCircuit> Open(int count, string role = PredefinedRoles.FullAccess)
    {
        var circuit = await Circuit.Open(role);
        var presence = new OrderPresence();
        circuit.Services.AddSingleton(presence).AddSingleton<RequestScreens>().AddSingleton<OrderScreens>().AddSingleton<OrderChanges>()
            .AddOrderEffects(circuit.Store.Configuration);
        circuit.Store.Clock.Set(An.Instant);
        for (var number = 1; number <= count; number++)
        {
            await Import(circuit, number);
        }

        return new(circuit, presence);
    }

    // Returns the id of the one account that was there.
    private static async Task<string> AddColleague(TestStore store, string name)
    {
        await using var db = store.Read();
        var reader = await db.Users.SingleAsync();
        var colleague = new User { DisplayName = name, UserName = name, SecurityStamp = "stamp" };
        db.Add(colleague);
        db.Add(new IdentityUserRole<string> { UserId = colleague.Id, RoleId = (await db.UserRoles.SingleAsync()).RoleId });
        await db.SaveChangesAsync();
        return reader.Id;
    }

    private static Task<Answer> Import(Circuit circuit, int number) =>
        circuit.Store.Import(An.Order($"q-{number}").Handling().AskedBy(Side.Customer, after: TimeSpan.FromMinutes(number)));

    private static Task<Answer> Import(TestCircuit circuit, string orderId, Side side, string locale) => circuit.Store.Import(
        An.Order(orderId).FulfilledBySeller().Handling().AskedBy(side).AsImported($"{{\"clientPreferencesData\":{{\"locale\":\"{locale}\"}}}}"));

    private static Task<Answer> Import(TestCircuit circuit, int number) => Import(circuit.Circuit, number);

    private static IRenderedComponent<RequestsPage> Show(TestCircuit circuit, string query = "")
    {
        circuit.Navigation.NavigateTo("requests" + query);
        return circuit.Circuit.Render<RequestsPage>();
    }

    private static List<string> Ids(IRenderedComponent<RequestsPage> page) => [.. page.FindAll("tbody tr").Select(row => row.GetAttribute("data-order")!)];

    private sealed record TestCircuit(Circuit Circuit, OrderPresence Presence) : IAsyncDisposable
    {
        public TestStore Store => Circuit.Store;

        public Microsoft.AspNetCore.Components.NavigationManager Navigation => Circuit.Navigation;

        public ValueTask DisposeAsync() => Circuit.DisposeAsync();
    }
}
