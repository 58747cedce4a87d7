using System.Globalization;
using System.Text.Json.Nodes;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Documents;

namespace AdminOrders.Tests.Web.Api.List;

/// <summary>What a test knows of an order that it lists, without asking the store.</summary>
internal sealed record Listed(ImportedOrder Order, string Sku, string Sku2, string Payment, string Tid, string Nsu, string Pci, string PaymentId, string Utm, string Promotion, string Operator, string GiftList)
{
    public OrderFacts Facts => Order.Facts;

    public string Id => Order.Facts.OrderId;

    public long Units => Order.Facts.Items.Sum(item => item.Quantity);
}

/// <summary>Orders with values from small ranges, ties and empty fields among them, and with characters that filters trip over.</summary>
internal static class ListedDocuments
{
    private static readonly string[] Statuses = ["ready-for-handling", "handling", "invoiced", "canceled", "payment-pending", "waiting-for-authorization", "order-creation-error"];
    private static readonly string[] Sellers = ["Casa Mira", "Loja & Cia", "Bel \"Air\"", "Dois  Espaços"];
    private static readonly string[] Names = ["João", "Ana", "D'Arc", "Müller", "100%_sure"];
    private static readonly string[] Payments = ["Visa", "Boleto Bancário", "Cartão: 50%"];
    private static readonly string[] Promotions = ["", "Free Shipping", "Natal & Ano Novo"];

    public static IReadOnlyList<Listed> Make(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, count).Select(number => Make(number, random))];
    }

    private static Listed Make(int number, Random random)
    {
        var (sku, sku2, payment, promotion) = ($"sku{random.Next(5)}", $"sku{random.Next(5, 9)}", Pick(random, Payments), Pick(random, Promotions));
        var (utm, callCenter, gift) = (Pick(random, ["", "google ads", "news+letter"]), Pick(random, ["", "", "Op Óscar"]), Pick(random, ["", "", "gift-7"]));
        var (tid, nsu, pci, paymentId) = ($"tid{number % 40}", $"{number % 30:D6}", $"PCI{number:D4}", $"PAY{number:D4}");
        var order = TestDocuments.Order(document =>
        {
            var created = TestDocuments.Now.AddDays(-40).AddHours(random.Next(400));
            var status = Pick(random, Statuses);
            var isChannel = random.Next(3) == 0;
            document["orderId"] = $"{(isChannel ? "MKT-" : "v")}{random.Next(100, 999)}{number:D4}-01";
            document["sequence"] = $"{700_000 + number}";
            document["status"] = status;
            document["value"] = random.Next(1, 30) * 100;
            document["creationDate"] = Text(created);
            document["lastChange"] = Text(created.AddHours(2));
            document["origin"] = isChannel ? "Fulfillment" : "Marketplace";
            document["affiliateId"] = isChannel ? Pick(random, ["MKT", "AMZ"]) : "";
            document["marketplaceOrderId"] = isChannel ? $"M{number}" : "";
            document["salesChannel"] = $"{random.Next(1, 4)}";
            document["authorizedDate"] = random.Next(3) == 0 ? null : Text(created.AddMinutes(random.Next(600)));
            document["invoicedDate"] = status == "invoiced" ? Text(created.AddDays(random.Next(1, 6))) : null;
            document["isCheckedIn"] = random.Next(4) == 0;
            document["sellers"] = new JsonArray(new JsonObject { ["id"] = "1", ["name"] = Pick(random, Sellers) });
            document["clientProfileData"] = new JsonObject
            {
                ["firstName"] = Pick(random, Names),
                ["lastName"] = "Souza",
                ["email"] = $"buyer+{number}@example.com",
                ["document"] = $"{number:D11}",
            };
            document["items"] = new JsonArray(Item(sku, random.Next(1, 4)), Item(sku2, 1));
            document["shippingData"] = new JsonObject
            {
                ["logisticsInfo"] = new JsonArray(new JsonObject { ["itemIndex"] = 0, ["shippingEstimateDate"] = Text(TimeProvider.System.GetUtcNow().AddDays(random.Next(-3, 9))) }),
            };
            document["paymentData"] = new JsonObject
            {
                ["transactions"] = new JsonArray(new JsonObject
                {
                    ["isActive"] = true,
                    ["transactionId"] = pci,
                    ["payments"] = new JsonArray(new JsonObject
                    {
                        ["id"] = paymentId,
                        ["paymentSystemName"] = payment,
                        ["group"] = "creditCard",
                        ["value"] = document["value"]!.DeepClone(),
                        ["tid"] = tid,
                        ["connectorResponses"] = new JsonObject { ["nsu"] = nsu },
                    }),
                }),
            };
            document["marketingData"] = utm.Length == 0 ? null : new JsonObject { ["utmSource"] = utm };
            document["callCenterOperatorData"] = callCenter.Length == 0 ? null : new JsonObject { ["userName"] = callCenter };
            document["giftRegistryData"] = gift.Length == 0 ? null : new JsonObject { ["giftRegistryId"] = gift, ["giftRegistryType"] = "2" };
            document["ratesAndBenefitsData"] = new JsonObject
            {
                ["rateAndBenefitsIdentifiers"] = promotion.Length == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["id"] = "p", ["name"] = promotion }),
            };
        });
        return new(order, sku, sku2, payment, tid, nsu, pci, paymentId, utm, promotion, callCenter, gift);
    }

    private static JsonObject Item(string sku, int quantity) => new() { ["id"] = sku, ["name"] = "Lamp", ["quantity"] = quantity, ["sellingPrice"] = 100 };

    private static string Pick(Random random, string[] of) => of[random.Next(of.Length)];

    private static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
