using System.Buffers.Text;
using System.Net;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.My;

/// <summary>Whoever has a key makes links, and whoever has a link is the customer: neither stands anywhere but where it belongs.</summary>
public sealed class CustomerSecretTests
{
    [Fact]
    public async Task No_page_log_or_history_of_an_order_holds_its_link_or_the_key_of_it()
    {
        await using var store = await CustomerDoorStore.With(An.Order().Handling(), logLevel: "Trace");
        var token = await store.Token();
        var page = await store.Open(token);
        using var asked = await store.Post(page, "request", ("reason", "other"), ("text", "Too late?"));
        await store.Links.Rotate(atOnce: false);
        using var bad = await store.Web.Visit().GetAsync("/my/" + token[..^1]);
        using var ended = await store.Web.Visit().GetAsync($"/my/{token}/no-such-page");
        var owner = await store.Web.SignInAsAsync(PredefinedRoles.Owner);

        List<string> told = [.. store.Web.Log.All];
        foreach (var answer in new[] { bad, ended })
        {
            told.Add(await answer.Content.ReadAsStringAsync());
        }

        foreach (var address in new[] { $"/orders/{CustomerDoorStore.OrderId}", "/settings/customer-links", "/settings/health", "/settings/health/due", "/requests" })
        {
            using var shown = await owner.GetAsync(address);
            told.Add($"{address}: {await shown.Content.ReadAsStringAsync()}");
        }

        await using var db = store.Web.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContext();
        told.AddRange(await db.History.Select(row => row.Payload).ToListAsync());
        told.AddRange((await db.HistoryTexts.Select(text => text.Value).ToListAsync()).OfType<string>());

        Assert.Contains(told, line => line.Contains("Too late?", StringComparison.Ordinal));
        AssertNoneOf([token, .. await Secrets(db)], told);
    }

    [Fact]
    public async Task What_commands_print_and_the_exported_document_hold_no_key_of_links()
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-secrets-");
        await using var store = await TestStore.Open();
        await store.Import(An.Order().Handling());
        var link = await store.Get<CustomerLinks>().Make(CustomerDoorStore.OrderId);
        var saved = Path.Combine(folder.FullName, "saved.db");
        var ran = new List<Ran>
        {
            await Executable.Run(store, ["customer-links", "rotate"]),
            await Executable.Run(store, ["verify"]),
            await Executable.Run(store, ["backup", saved]),
            await Executable.Run(store, ["copy", "--from", store.ConnectionString, "--to", Path.Combine(folder.FullName, "copy.db")]),
            await Executable.Run(store, ["restore", saved, "--yes"]),
        };

        Assert.All(ran, each => Assert.True(each.Code == 0, each.Error));
        await using var db = store.Read();
        AssertNoneOf([link!.Token, .. await Secrets(db)], ran.SelectMany(each => new[] { each.Output, each.Error }));
        Assert.NotNull(await store.Get<CustomerLinks>().Find(link.Token));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_document_that_a_program_gets_holds_no_link_of_its_customer()
    {
        await using var api = await ApiStore.Open(Engine.Sqlite);
        await api.Import(An.Order().Handling().AsImported("{}"));
        var links = api.Services.GetRequiredService<CustomerLinks>();
        var link = (await links.Make(CustomerDoorStore.OrderId))!;
        var erp = await api.AsErp();
        using var answer = await erp.GetAsync($"/api/oms/pvt/orders/{CustomerDoorStore.OrderId}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        AssertNoneOf([link.Token], [await answer.Content.ReadAsStringAsync()]);
    }

    private static async Task<IEnumerable<string>> Secrets(OrdersDb db) => (await db.CustomerLinkKeys.Select(key => key.Secret).ToListAsync())
        .SelectMany(secret => new[] { Convert.ToHexString(secret), Convert.ToHexStringLower(secret), Convert.ToBase64String(secret), Base64Url.EncodeToString(secret) });

    private static void AssertNoneOf(IReadOnlyCollection<string> secrets, IEnumerable<string> told) =>
        Assert.All(told, line => Assert.DoesNotContain(secrets, secret => line.Contains(secret, StringComparison.Ordinal)));
}
