using System.Collections.Frozen;
using System.Text.Json;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>Writes an order whole, in one of the three forms: the imported document as it came, but for what <see cref="ComputedFields"/> lists.</summary>
internal sealed class OrderWriter
{
    private static readonly FrozenDictionary<OrderForm, OrderWriter> Writers = new Dictionary<OrderForm, OrderWriter>
    {
        [OrderForm.GetOrder] = new("get-order"),
        [OrderForm.OrderGroup] = new("order-group"),
        [OrderForm.OrderDocument] = new("order-document"),
    }.ToFrozenDictionary();

    private readonly Mapping<OrderAnswer> order;

    private OrderWriter(string template)
    {
        var root = Template.Load(template);
        var computed = new Dictionary<string, Computed<OrderAnswer>>(StatusPart.Fields(root), StringComparer.Ordinal)
        {
            ["cancelReason"] = CancellationPart.WriteReason,
            ["cancellationData"] = new CancellationPart(root).WriteData,
            ["cancellationRequests"] = new RequestsPart(root.At("cancellationRequests")).Write,
            ["canceledBy"] = CancellationPart.WriteCanceler,
            ["cancelledBy"] = CancellationPart.WriteCanceler,
            ["items"] = new ItemsPart(root).Write,
            ["totals"] = new TotalsPart(root).Write,
            ["changesAttachment"] = new ChangesPart(root).Write,
            ["packageAttachment"] = new PackagesPart(root).Write,
            ["workflowData"] = new WorkflowPart(root).Write,
            ["receiptData"] = new ReceiptsPart(root).Write,
        };
        ComputedNames = [.. computed.Keys];
        order = new(root, computed.Concat(new DescriptionPart(root).Fields).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The fields of the root that do not come back as they came.</summary>
    public IReadOnlyList<string> ComputedNames { get; }

    public static OrderWriter Of(OrderForm form) => Writers[form];

    public static void Write(Utf8JsonWriter json, OrderAnswer answer) => Of(answer.Form).order.Write(json, answer, answer.Record.Document);
}
