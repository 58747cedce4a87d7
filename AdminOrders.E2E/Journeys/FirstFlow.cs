using AdminOrders.Core.Text;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class FirstFlow(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task An_order_in_the_warehouse_is_canceled_in_two_steps() => WalkAsync(async () =>
    {
        var order = await OpenAsync(Account.Operator, QaSituation.Handling);

        await order.CancelOrderAsync(reason: "Out of stock", details: "The last one broke");
        await order.HasStatusAsync(Texts.Status_cancellation_requested);
        await order.ConfirmCancellationAsync();

        await order.HasStatusAsync(Texts.Status_canceled);
        await Assertions.Expect(order.Canceled).ToContainTextAsync("Out of stock");
    });
}
