using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web.Orders;

public sealed class InvoicesSectionTests
{
    [Fact]
    public async Task The_page_shows_how_far_a_parcel_has_come_and_the_history_says_who_told()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        await stage.ForgeAsync(id, new Invoice(new InvoiceData("F-1", 2_000, An.Instant)));
        await stage.ForgeAsync(id, new AddTracking("F-1", "TR1", "https://tracking.example/TR1", "Sea mail", null));
        await stage.ForgeAsync(id, new RecordDelivery("F-1", true, "2026-03-05 21:15", [new("Rio de Janeiro", "RJ", "handed over", "2026-03-05")]));
        await stage.ForgeAsync(id, new AddComment("Add interactions", "Postman"));

        var page = stage.Show(id).Markup;

        Assert.Contains("Sea mail · TR1", page, StringComparison.Ordinal);
        Assert.Contains("2026-03-05 · Rio de Janeiro · RJ · handed over", page, StringComparison.Ordinal);
        Assert.Contains(Texts.Order_Delivered.Replace("{0}", "2026-03-05 21:15", StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.Contains(Texts.Event_tracking_added, page, StringComparison.Ordinal);
        Assert.Contains(Texts.Event_delivery_recorded, page, StringComparison.Ordinal);
        Assert.Contains("Postman", page, StringComparison.Ordinal);
    }
}
