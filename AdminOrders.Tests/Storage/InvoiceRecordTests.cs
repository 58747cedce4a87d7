using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

public sealed class InvoiceRecordTests
{
    private const string Id = "1000000000001-01";

    [Theory]
    [EveryEngine]
    public async Task An_invoice_that_is_on_record_is_answered_with_its_receipt(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Handling());
        var invoice = new Invoice(new InvoiceData("N-1", 2_000, An.Instant) { Posted = """{"cfop":"5100"}""", DispatchedDate = "2026-03-02" });
        var first = await store.Send(Id, invoice, Actors.KeyOfAna);
        await store.Send(Id, new Invoice(new InvoiceData("N-2", 2_000, An.Instant)), Actors.KeyOfAna);
        var repeated = await store.Send(Id, invoice, Actors.KeyOfAna);
        await store.Send(Id, new AddTracking("N-1", "TR1", null, "Sea mail", null), Actors.KeyOfAna);
        await store.Send(Id, new RecordDelivery("N-1", true, "2026-03-05 10:20", [new("Rio", "RJ", "left", "2026-03-04")]), Actors.KeyOfAna);

        Assert.Equal((Already.Recorded, first.Receipt), (Assert.IsType<Unchanged>(repeated.Decision).Why, repeated.Receipt));
        var view = (await store.Get<OrderDetails>().Get(Id))!.Invoices.Single(known => known.Data.Number == "N-1");
        Assert.Equal(("TR1", "Sea mail", "2026-03-02", """{"cfop":"5100"}"""), (view.Data.TrackingNumber, view.Data.Courier, view.Data.DispatchedDate, view.Data.Posted));
        Assert.Equal((true, "2026-03-05 10:20", "left"), (view.Parcel!.IsDelivered, view.Parcel.DeliveredDate, Assert.Single(view.Parcel.Steps).Description));
    }
}
