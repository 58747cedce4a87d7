using System.Security.Cryptography;
using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Trials.Stores;

/// <summary>The order that trials are made on: 5 units of 20.00 BRL in two warehouses, paid by one authorized card.</summary>
internal static class TrialOrder
{
    public const long Value = 10_000;
    private const long ByPix = 3_000;
    private const string Pix = "pix";
    private const string Amazon = "AMZ-";

    public static OrderFacts Paid(string orderId, DateTimeOffset createdAt) => new()
    {
        OrderId = orderId,
        Status = Status.PaymentApproved,
        Value = Value,
        Currency = "BRL",
        SellerId = "1",
        SalesChannel = "1",
        CreatedAt = createdAt,
        IsPaymentRecorded = true,
        Items = [new(0, "sku-1", "Shirt", 3, 0, 0, 2_000), new(1, "sku-2", "Shoes", 2, 0, 0, 2_000)],
        Payments = [new("card", PaymentState.Authorized, Value, 0, 0, 0)],
        Reservations =
        [
            new("r-north", 0, "north", "sku-1", ReservationState.Confirmed, 3, 0, 0),
            new("r-south", 1, "south", "sku-2", ReservationState.Confirmed, 2, 0, 0),
        ],
    };

    /// <summary>Most of it by an authorized card, the rest has arrived by Pix.</summary>
    public static OrderFacts PaidTwice(string orderId, DateTimeOffset createdAt) => Paid(orderId, createdAt) with
    {
        Payments =
        [
            new("card", PaymentState.Authorized, Value - ByPix, 0, 0, 0),
            new(Pix, PaymentState.Captured, ByPix, ByPix, 0, 0) { SettlesAtOnce = true },
        ],
    };

    /// <summary>The card has not said anything yet.</summary>
    public static OrderFacts Unpaid(string orderId, DateTimeOffset createdAt)
    {
        var paid = Paid(orderId, createdAt);
        return paid with
        {
            Status = Status.PaymentPending,
            StatusDueAt = createdAt.AddDays(3),
            IsPaymentRecorded = false,
            Payments = [.. paid.Payments.Select(payment => payment with { State = PaymentState.Pending })],
            Reservations = [.. paid.Reservations.Select(reservation => reservation with { State = ReservationState.Authorized })],
        };
    }

    /// <summary>Within the window that ends at that instant.</summary>
    public static OrderFacts InWindow(string orderId, DateTimeOffset createdAt, DateTimeOffset end) =>
        Paid(orderId, createdAt) with { Status = Status.WindowToCancel, StatusDueAt = end };

    /// <summary>The warehouse has taken the units.</summary>
    public static OrderFacts Handling(string orderId, DateTimeOffset createdAt)
    {
        var paid = Paid(orderId, createdAt);
        return paid with
        {
            Status = Status.Handling,
            Reservations = [.. paid.Reservations.Select(reservation => reservation with { State = ReservationState.Acknowledged })],
        };
    }

    /// <summary>In handling, and the customer has asked to cancel it (<see cref="RequestOf"/>), to be answered until that instant.</summary>
    public static OrderFacts Asked(string orderId, DateTimeOffset createdAt, DateTimeOffset dueAt) => Handling(orderId, createdAt) with
    {
        Status = Status.CancellationRequested,
        StatusBefore = Status.Handling,
        Requests =
        [
            new(RequestOf(orderId), Side.Customer, "customer", Side.Customer, null, createdAt, dueAt, new Reason(null, "changed my mind")),
        ],
    };

    /// <summary>The id of the order's request: 32 hex digits, the same for the same order.</summary>
    public static string RequestOf(string orderId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(orderId)).AsSpan(0, 16));

    /// <summary>Amazon's id of an order that was sold there.</summary>
    public static string MarketplaceIdOf(OrderFacts facts) => facts.OrderId.StartsWith(Amazon, StringComparison.Ordinal) ? facts.OrderId[Amazon.Length..] : facts.OrderId;

    /// <summary>The id here of an order that Amazon knows by that id.</summary>
    public static string IdOfSold(string amazonId) => Amazon + amazonId;

    /// <summary>The order as a document tells it; a marketplace's is one of Amazon's.</summary>
    /// <param name="edition">Another edition is another document.</param>
    public static ImportedOrder AsImported(this OrderFacts facts, int edition = 1)
    {
        var document = Encoding.UTF8.GetBytes($$"""{"orderId":"{{facts.OrderId}}","edition":{{edition}}}""");
        return new()
        {
            Facts = facts,
            Description = new()
            {
                Sequence = facts.OrderId,
                Origin = facts.IsMarketplaceOrder ? "Fulfillment" : "Marketplace",
                AffiliateId = facts.IsMarketplaceOrder ? "AMZ" : "",
                MarketplaceOrderId = facts.IsMarketplaceOrder ? MarketplaceIdOf(facts) : "",
                SellerName = "Main",
                CustomerName = "Maria Souza",
                CustomerEmail = "maria@example.com",
                ProductCount = facts.Items.Length,
                PaymentNames = "Visa",
                LastChangeAt = facts.CreatedAt,
            },
            Payments = [.. facts.Payments.Select(payment => payment.Id == Pix ? new PaymentDescription(Pix, "T-2", "Pix", "instantPayment", 1) : new("card", "T-1", "Visa", "creditCard", 1))],
            Document = StoredDocument.Compress(document),
            DocumentHash = SHA256.HashData(document),
        };
    }
}
