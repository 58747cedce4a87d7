using System.Security.Cryptography;
using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Tests.Support;

/// <summary>Makes built facts into what an import brings in.</summary>
public static class Imported
{
    /// <summary>The order as a document would tell it.</summary>
    public static ImportedOrder AsImported(this OrderBuilder order, string? document = null) => From(order.Build(), document);

    /// <summary>Brings the built order into a store.</summary>
    public static Task<Answer> Import(this TestStore store, OrderBuilder order) => store.Import(order.AsImported());

    public static ImportedOrder From(OrderFacts facts, string? document = null)
    {
        var content = Encoding.UTF8.GetBytes(document ?? $$"""{"orderId":"{{facts.OrderId}}"}""");
        return new()
        {
            Facts = facts with { Version = 0 },
            Description = new()
            {
                Sequence = "5" + facts.OrderId[..Math.Min(6, facts.OrderId.Length)],
                Origin = facts.IsMarketplaceOrder ? "Fulfillment" : "Marketplace",
                SellerName = "Loja " + facts.SellerId,
                CustomerName = "José da Silva",
                CustomerEmail = "jose@example.com",
                CustomerDocument = "12345678900",
                ProductCount = facts.Items.Length,
                PaymentNames = "Visa",
                LastChangeAt = facts.CreatedAt,
            },
            OutputInvoices = DataOf(facts, InvoiceType.Output),
            InputInvoices = DataOf(facts, InvoiceType.Input),
            Payments = [.. facts.Payments.Select(payment => new PaymentDescription(payment.Id, "T-" + payment.Id, "Visa", "creditCard", 1))],
            Listing = DocumentListing.Of(StoredDocument.Compress(content)),
            Document = StoredDocument.Compress(content),
            DocumentHash = SHA256.HashData(content),
        };
    }

    private static System.Collections.Immutable.ImmutableArray<InvoiceData> DataOf(OrderFacts facts, InvoiceType type) =>
    [
        .. facts.Invoices.Where(invoice => invoice.Type == type)
            .Select(invoice => new InvoiceData(invoice.Number, invoice.Value, facts.CreatedAt)),
    ];
}
