using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

public sealed class TrackingTests
{
    private static readonly AddTracking Tracking = new("P-1", "TR1", "https://tracking.example/TR1", "Sea mail", "2026-03-02");
    private static readonly RecordDelivery Delivery = new("P-1", true, "2026-03-05 10:20", [new("Rio", "RJ", "delivered", "2026-03-05")]);

    [Fact]
    public void What_carriers_tell_of_a_parcel_moves_nothing_that_rules_see()
    {
        foreach (var order in new OrderFacts[] { An.Order().Handling().PartlyInvoiced(), An.Order().Invoiced().With(Renamed), An.Order().Returned().Canceled().With(Renamed) })
        {
            foreach (var command in new OrderCommand[] { Tracking, Delivery })
            {
                var accepted = Assert.IsType<Accepted>(Rules.Decide(order, command, Actors.Operator, An.Instant, Policy.Default));
                Assert.Same(order, order.ApplyAll(accepted.Events, Actors.Operator, An.Instant, ""));
            }
        }
    }

    [Fact]
    public void The_number_names_an_invoice_of_the_order()
    {
        Assert.Equal(Refusal.NoInvoice, Code(Tracking with { InvoiceNumber = "P-2" }));
        Assert.Equal(Refusal.NoInvoice, Code(Delivery with { InvoiceNumber = "P-2" }));
    }

    [Fact]
    public void A_number_for_a_sale_and_its_return_means_the_sale()
    {
        OrderFacts order = An.Order().Returned().With(facts => facts with { Invoices = [new("1", InvoiceType.Input, 1), new("1", InvoiceType.Output, 1)] });

        var accepted = (Accepted)Rules.Decide(order, Tracking with { InvoiceNumber = "1" }, Actors.Operator, An.Instant, Policy.Default);

        Assert.Equal(InvoiceType.Output, Assert.IsType<TrackingAdded>(Assert.Single(accepted.Events)).Type);
    }

    [Fact]
    public void Where_a_parcel_was_lies_apart_from_the_event() =>
        Assert.Equal("2026-03-05 · Rio · RJ · delivered", Assert.Single(new DeliveryRecorded(InvoiceType.Output, "1", true) { Steps = Delivery.Steps }.Texts).Value);

    private static OrderFacts Renamed(OrderFacts facts) => facts with { Invoices = [.. facts.Invoices.Select(invoice => invoice with { Number = "P-1" })] };

    private static Refusal Code(OrderCommand command) =>
        Assert.IsType<Refused>(Rules.Decide(An.Order().Handling().PartlyInvoiced(), command, Actors.Operator, An.Instant, Policy.Default)).Code;
}
