using System.Buffers;
using System.Text;
using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Api.Orders.Document;

namespace AdminOrders.Tests.Web.Api.Orders;

/// <summary>An order as the API writes it, without HTTP around it.</summary>
internal static class WrittenOrder
{
    public static IReadOnlyList<OrderForm> Forms { get; } = Enum.GetValues<OrderForm>();

    /// <summary>Name of the form's shape in the contract.</summary>
    public static string ShapeOf(OrderForm form) => form switch
    {
        OrderForm.GetOrder => "get-order",
        OrderForm.OrderGroup => "order-group",
        OrderForm.OrderDocument => "order-document",
    };

    public static async Task<JsonElement> Read(this TestStore store, string orderId, OrderForm form = OrderForm.GetOrder) =>
        JsonDocument.Parse(await store.ReadText(orderId, form)).RootElement;

    public static async Task<string> ReadText(this TestStore store, string orderId, OrderForm form = OrderForm.GetOrder)
    {
        var record = await store.Get<OrderRecords>().Get(orderId) ?? throw new InvalidOperationException($"{orderId} is not on record.");
        return Text(record, form, store.Clock.GetUtcNow());
    }

    /// <summary>As the contract shows it: a group is a list.</summary>
    public static string AsAnswered(string order, OrderForm form) => form is OrderForm.OrderGroup ? $"[{order}]" : order;

    public static string Text(OrderRecord record, OrderForm form, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            OrderWriter.Write(json, new(record, form, now));
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
