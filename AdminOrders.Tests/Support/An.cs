using AdminOrders.Core.Orders;

namespace AdminOrders.Tests.Support;

/// <summary>Where orders for tests come from: <c>An.Order().Paid().Handling().AskedBy(Side.Customer)</c>.</summary>
public static class An
{
    /// <summary>The instant at which the built orders stand.</summary>
    public static DateTimeOffset Instant { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An order of 100.00 BRL: 3 units in warehouse north and 2 in south at 20.00 each, placed an hour ago, unpaid, one card.</summary>
    public static OrderBuilder Order(string orderId = "1000000000001-01") => new(orderId);
}

/// <summary>Builds the facts of an order step by step; each step speaks of the order as it stands then.</summary>
public sealed class OrderBuilder
{
    private OrderFacts facts;

    internal OrderBuilder(string orderId) => facts = new OrderFacts
    {
        OrderId = orderId,
        Status = Status.PaymentPending,
        Value = 10_000,
        Currency = "BRL",
        SellerId = "1",
        SalesChannel = "1",
        CreatedAt = An.Instant.AddHours(-1),
        StatusDueAt = An.Instant.AddDays(3),
        Version = 1,
        Items = [new(0, "sku-1", "Shirt", 3, 0, 0, 2_000), new(1, "sku-2", "Shoes", 2, 0, 0, 2_000)],
        Payments = [new("card", PaymentState.Pending, 10_000, 0, 0, 0)],
        Reservations =
        [
            new("r-north", 0, "north", "sku-1", ReservationState.Authorized, 3, 0, 0),
            new("r-south", 1, "south", "sku-2", ReservationState.Authorized, 2, 0, 0),
        ],
    };

    public static implicit operator OrderFacts(OrderBuilder builder) => builder.Build();

    public OrderFacts Build() => facts;

    /// <summary>Anything the other steps do not name.</summary>
    public OrderBuilder With(Func<OrderFacts, OrderFacts> change)
    {
        facts = change(facts);
        return this;
    }

    /// <summary>In a raw status, without a clock of its own.</summary>
    public OrderBuilder In(string status, DateTimeOffset? dueAt = null) => With(order => order with { Status = status, StatusDueAt = dueAt });

    public OrderBuilder Unpaid() => In(Status.PaymentPending, An.Instant.AddDays(3));

    /// <summary>Payment approved: the card is authorized, the reservations are confirmed.</summary>
    public OrderBuilder Paid() => In(Status.PaymentApproved).With(order => order with
    {
        IsPaymentRecorded = true,
        Payments = [.. order.Payments.Select(payment => payment with { State = PaymentState.Authorized })],
        Reservations = [.. order.Reservations.Select(reservation => reservation with { State = ReservationState.Confirmed })],
    });

    /// <summary>The card is captured.</summary>
    public OrderBuilder Captured() => With(order => order with
    {
        Payments = [.. order.Payments.Select(payment => payment with { State = PaymentState.Captured, Captured = payment.Value })],
    });

    /// <summary>Paid, and waiting until 30 days from <see cref="An.Instant"/>.</summary>
    public OrderBuilder AwaitingAuthorization() => Paid().In(Status.AuthorizeFulfillment, An.Instant.AddDays(30));

    /// <summary>Paid, within the window that ends 30 minutes from <see cref="An.Instant"/>.</summary>
    public OrderBuilder InWindow() => Paid().In(Status.WindowToCancel, An.Instant.AddMinutes(30));

    public OrderBuilder Ready() => Paid().In(Status.ReadyForHandling);

    /// <summary>The warehouse has taken the units.</summary>
    public OrderBuilder Handling() => Paid().In(Status.Handling).With(order => order with
    {
        Reservations = [.. order.Reservations.Select(reservation => reservation with { State = ReservationState.Acknowledged })],
    });

    /// <summary>One unit of the first line has been invoiced (P).</summary>
    public OrderBuilder PartlyInvoiced() => With(order => order with
    {
        Invoices = [new("P-1", InvoiceType.Output, 2_000)],
        OutputInvoices = 1,
        InvoicedValue = 2_000,
        Items = [.. order.Items.Select(item => item.Index == 0 ? item with { InvoicedQuantity = 1 } : item)],
        Reservations = [.. order.Reservations.Select(reservation => reservation.ItemIndex == 0 ? reservation with { Consumed = 1 } : reservation)],
    });

    /// <summary>Wholly invoiced, captured, nothing reserved.</summary>
    public OrderBuilder Invoiced() => Handling().Captured().In(Status.Invoiced).With(order => order with
    {
        Invoices = [new("F-1", InvoiceType.Output, order.Value)],
        OutputInvoices = 1,
        InvoicedValue = order.Value,
        Items = [.. order.Items.Select(item => item with { InvoicedQuantity = item.Quantity })],
        Reservations =
        [
            .. order.Reservations.Select(reservation => reservation with { State = ReservationState.Closed, Consumed = reservation.Reserved }),
        ],
    });

    /// <summary>Invoiced and wholly returned (R); the money of the return is not owed here.</summary>
    public OrderBuilder Returned() => Invoiced().With(order => order with
    {
        Invoices = order.Invoices.Add(new("R-1", InvoiceType.Input, order.InvoicedValue)),
        InputInvoices = 1,
        ReturnedValue = order.InvoicedValue,
    });

    /// <summary>Canceled directly by the store a minute before <see cref="An.Instant"/>.</summary>
    public OrderBuilder Canceled() => In(Status.Canceled).With(order => order with
    {
        Cancellation = new(An.Instant.AddMinutes(-1), Side.Store, "user:ana", null, Reason.None, "c0"),
        Reservations =
        [
            .. order.Reservations.Select(reservation => reservation with { State = ReservationState.Closed, Released = reservation.Reserved }),
        ],
    });

    /// <summary>X: fulfilled by an external seller.</summary>
    public OrderBuilder FulfilledBySeller() => With(order => order with { IsExternalSeller = true, SellerId = "seller-2" });

    /// <summary>Sold on a marketplace.</summary>
    public OrderBuilder FromMarketplace() => With(order => order with { IsMarketplaceOrder = true, SalesChannel = "3" });

    public OrderBuilder Worth(long value, string currency = "BRL") => With(order => order with { Value = value, Currency = currency });

    /// <summary>
    /// Somebody asked to cancel at <see cref="An.Instant"/>, due 30 days later; the first request moves the order to Requested.
    /// The side itself enters it unless <paramref name="enteredBy"/> says who did on its behalf.
    /// </summary>
    public OrderBuilder AskedBy(Side side, Actor? enteredBy = null, TimeSpan? after = null) => With(order =>
    {
        var entered = enteredBy ?? Actors.Of(side);
        var at = An.Instant + (after ?? TimeSpan.Zero);
        var request = new OpenRequest(
            RequestId(side), side, entered.Id, entered.Side, entered.IssuedBy, at, at.AddDays(30), new Reason(null, "changed my mind"), $"receipt of {side}");
        var asked = order with { Requests = order.Requests.Add(request) };
        return order.Stage is Stage.Requested ? asked : asked with
        {
            Status = order.IsExternalSeller ? Status.WaitingForSellerDecision : Status.CancellationRequested,
            StatusBefore = order.Status,
            IsMovedHere = true,
        };
    });

    /// <summary>The id of the request that <see cref="AskedBy"/> makes for the side.</summary>
    public static string RequestId(Side side) => new((char)('a' + (int)side), 32);
}
