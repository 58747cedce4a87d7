using System.Net;
using System.Net.Http.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Support;

/// <summary>The addresses under <c>/qa</c> of an installation in Development on this machine.</summary>
internal sealed class QaKit(string address)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Whether the installation has a kit and lets this machine use it.</summary>
    public async Task<bool> IsThereAsync()
    {
        using var answer = await Client.GetAsync(Address("clock"));
        return answer.StatusCode is HttpStatusCode.OK;
    }

    public Task PlaceAsync(QaOrder order, DateTimeOffset placedAt) => PostAsync("orders", new
    {
        order.Id,
        order.Sequence,
        Customer = order.CustomerName,
        Situation = QaSituations.NameOf(order.Situation),
        Marketplace = order.IsMarketplace,
        ExternalSeller = order.IsExternalSeller,
        placedAt,
    });

    /// <summary>Empties the store, and lays in so many sample orders.</summary>
    public Task ResetAsync(int orders) => PostAsync("reset", new { orders });

    /// <summary>Moves the clock ahead; what is due then has happened when it returns.</summary>
    public Task AdvanceAsync(TimeSpan advance) => PostAsync("clock", new { advance });

    /// <summary>A warehouse's program sends an invoice, whatever the answer is.</summary>
    public Task InvoiceAsync(QaOrder order, string number) => PostAsync("commands", new
    {
        orderId = order.Id,
        actor = new { side = "store", id = "key:warehouse", name = "Warehouse", resources = new[] { Resource.NotifyInvoice } },
        command = new { kind = "invoice", data = new { number, value = QaDocument.Value, issuedAt = TimeProvider.System.GetUtcNow() } },
    });

    /// <summary>How the sample payment provider answers about the payment of that order from now on.</summary>
    public async Task TellProviderAsync(QaOrder order, PaymentScenario scenario)
    {
        using var answer = await Client.PutAsJsonAsync(Address($"payment-provider/scenarios/{QaDocument.PaymentOf(order.Sequence)}"), new { scenario });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What the sample payment provider was asked about the payment of that order, oldest first.</summary>
    public async Task<IReadOnlyList<PaymentCall>> ProviderCallsAsync(QaOrder order) =>
        await Client.GetFromJsonAsync<List<PaymentCall>>(Address($"payment-provider/scenarios/{QaDocument.PaymentOf(order.Sequence)}")) ?? [];

    private Uri Address(string path) => new($"{address}/qa/{path}");

    private async Task PostAsync(string path, object body)
    {
        using var answer = await Client.PostAsJsonAsync(Address(path), body);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"/qa/{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
