using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>The bell counts the requests of the whole store, so nobody else may answer one meanwhile.</summary>
[Collection(OwnStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class RequestsThatArrive(OwnStore store) : Journey(store)
{
    [Fact]
    public Task A_new_request_rings_in_open_pages() => WalkAsync(async () =>
    {
        Speak("es-ES");
        await Store.Kit.ResetAsync(orders: 0);
        await Store.TakeAsync(QaSituation.RequestedByCustomer);
        var visit = await OpenAsync(Account.Viewer);
        var queue = await new RequestsPage(visit.Page).OpenAsync();
        await Assertions.Expect(queue.Bell).ToHaveAccessibleNameAsync("Solicitudes de cancelación: 1");

        await Store.TakeAsync(QaSituation.RequestedByCustomer);

        await Assertions.Expect(queue.Bell).ToHaveAccessibleNameAsync("Solicitudes de cancelación: 2");
    });
}
