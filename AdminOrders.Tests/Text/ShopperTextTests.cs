using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;

namespace AdminOrders.Tests.Text;

public sealed class ShopperTextTests
{
    [Theory]
    [InlineData("waiting-for-authorization", "Order placed", "Pedido confirmado", "Pedido confirmado")]
    [InlineData("payment-pending", "Approving payment", "Procesando pago", "Aprovando pagamento")]
    [InlineData("payment-approved", "Payment approved", "Pago aprobado", "Pagamento aprovado")]
    [InlineData("window-to-cancel", "Handling order", "Preparando pedido", "Preparando pedido")]
    [InlineData("ready-for-handling", "Handling order", "Preparando pedido", "Preparando pedido")]
    [InlineData("handling", "Handling order", "Preparando pedido", "Preparando pedido")]
    [InlineData("invoice", "Handling order", "Preparando pedido", "Preparando pedido")]
    [InlineData("cancellation-requested", "Cancellation requested", "Cancelación solicitada", "Cancelamento solicitado")]
    [InlineData("waiting-for-seller-decision", "Cancellation requested", "Cancelación solicitada", "Cancelamento solicitado")]
    [InlineData("cancel", "Processing cancellation", "Procesando cancelación", "Processando cancelamento")]
    [InlineData("canceled", "Canceled", "Cancelado", "Cancelado")]
    [InlineData("invoiced", "In transit to carrier", "Entregando al transportista", "Entregando à transportadora")]
    public void Customers_read_what_storefronts_call_a_status(string status, string english, string spanish, string portuguese) =>
        Assert.Equal((english, spanish, portuguese), (In("en-US", status), In("es-ES", status), In("pt-BR", status)));

    [Fact]
    public void What_a_carrier_tells_moves_an_invoiced_order_on() => Assert.Equal(
        ("In transit to carrier", "Delivering order", "Order shipped"),
        (In("en-US", "invoiced"), In("en-US", "invoiced", isOnItsWay: true), In("en-US", "invoiced", isOnItsWay: true, isDelivered: true)));

    [Fact]
    public void No_known_status_is_left_to_chance() =>
        Assert.All(Stages.Known, status => Assert.NotEqual("In progress", In("en-US", status)));

    private static string In(string culture, string status, bool isOnItsWay = false, bool isDelivered = false)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return ShopperText.Label(status, isOnItsWay, isDelivered);
    }
}
