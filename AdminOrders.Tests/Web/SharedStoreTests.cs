using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>The application on each engine: what a page needs of it, and what two hosts on one store share.</summary>
public sealed class SharedStoreTests
{
    [Theory]
    [EveryEngine]
    public async Task The_list_the_order_and_the_search_are_shown_to_who_signs_in(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);
        await using var host = new WebStore(database);
        var visitor = await host.SignInAsAsync(PredefinedRoles.FullAccess);
        await Import(host, An.Order("1268540501456-01").Paid());

        var list = await visitor.ReadAsync("/orders");
        Assert.Equal("1268540501456-01", Assert.Single(list.QuerySelectorAll("tbody [role=row] a")).TextContent);
        var order = await visitor.ReadAsync("/orders/1268540501456-01");
        Assert.Contains("1268540501456-01", order.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [EveryEngine]
    public async Task Another_host_on_the_store_knows_who_signed_in_and_what_was_changed(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);
        await using var host = new WebStore(database);
        var visitor = await host.SignInAsAsync(PredefinedRoles.Owner);
        using var before = await visitor.GetAsync("/settings");

        await using var other = new WebStore(database);
        var returning = other.Visit();
        returning.Client.DefaultRequestHeaders.Add("Cookie", before.RequestMessage!.Headers.GetValues("Cookie"));
        await returning.ReadAsync("/settings");
        await Import(host, An.Order("1268540501456-01").Paid());
        await returning.ReadAsync("/orders/1268540501456-01");
    }

    [Theory]
    [EveryEngine]
    public async Task Five_wrong_passwords_at_one_host_lock_the_account_at_another(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);
        await using var host = new WebStore(database);
        await using var other = new WebStore(database);
        var visitor = await host.AddUserAsync("ana@example.com", PredefinedRoles.Owner);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var refused = await visitor.SignInAsync("ana@example.com", "wrong");
        }

        using var answer = await other.Visit().SignInAsync("ana@example.com", WebStore.Password);
        Assert.NotEqual(System.Net.HttpStatusCode.Found, answer.StatusCode);
    }

    [Theory]
    [EveryEngine]
    public async Task Hosts_that_start_at_once_on_a_new_store_all_start(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);
        var hosts = Enumerable.Range(0, 4).Select(_ => new WebStore(database)).ToList();
        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Visit().ReadAsync("/account/sign-in"))));

        Assert.Equal(14, (await hosts[0].Services.GetRequiredService<CancellationReasons>().List()).Count);
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    private static async Task Import(WebStore host, OrderBuilder order) =>
        Assert.IsType<Accepted>((await host.Services.GetRequiredService<OrderWorkflow>().Send(
            new("1268540501456-01", new RecordImportedState(order.AsImported()), Actor.System))).Decision);
}
