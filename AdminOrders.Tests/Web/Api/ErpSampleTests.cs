using System.Diagnostics;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api.Calls;
using AdminOrders.Web.Api.Access;

namespace AdminOrders.Tests.Web.Api;

/// <summary>The documented script of an ERP, run as it stands against a served store.</summary>
public sealed class ErpSampleTests
{
    [Fact]
    public async Task It_cancels_an_order_before_handling()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).InWindow());

        var (code, said) = await RunAsync(store, "Out of \"stock\"");

        Assert.True(code == 0, said);
        Assert.Matches("(?s)^would be: canceled\nreceipt [0-9a-f]{32}: canceled\n$", said);
        Assert.Equal((Status.Canceled, "Out of stock"), ((await store.Facts()).Status, (await store.Facts()).Cancellation!.Reason.Text));
    }

    [Fact]
    public async Task It_asks_and_then_confirms_where_the_warehouse_works_on_it()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Handling());

        var (code, said) = await RunAsync(store, "Out of stock");

        Assert.True(code == 0, said);
        Assert.Matches("(?s)^would be: requested\nreceipt [0-9a-f]{32}: cancellation-requested\nreceipt [0-9a-f]{32}: canceled\n$", said);
        Assert.Equal(1, await store.CountOf("cancellation-requested"));
        await store.AssertIntact();
    }

    [Fact]
    public async Task It_says_why_an_invoiced_order_is_not_canceled()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Invoiced());

        var (code, said) = await RunAsync(store, "Out of stock");

        Assert.Equal(1, code);
        Assert.Contains("refused (409): invoiced", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(ServedStore store, string reason)
    {
        using var erp = await store.Erp();
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "docs", "samples", "erp-cancel.sh"), ServedStore.Id, reason])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ADMINORDERS_URL"] = store.Address.ToString().TrimEnd('/');
        start.Environment["APP_KEY"] = erp.DefaultRequestHeaders.GetValues(ApiAuthentication.KeyHeader).Single();
        start.Environment["APP_TOKEN"] = erp.DefaultRequestHeaders.GetValues(ApiAuthentication.TokenHeader).Single();
        using var script = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        script.StandardInput.Close();
        var said = await Task.WhenAll(script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.WaitForExitAsync();
        return (script.ExitCode, string.Concat(said));
    }
}
