using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Sample;

/// <summary>What an order of the sample store shows.</summary>
/// <param name="Status">Raw status; null is written as null.</param>
internal sealed record SampleStory(string? Status)
{
    /// <summary>Days before today on which it was placed, at least and at most.</summary>
    public (int From, int To) Age { get; init; } = (1, 89);

    /// <summary>For whom a cancellation is asked, or was made; null for an order that nobody wants to cancel.</summary>
    public Side? Side { get; init; }

    /// <summary>A second side that asks too.</summary>
    public Side? AlsoAsks { get; init; }

    public bool HasReason { get; init; } = true;

    /// <summary>Written into the document so that nobody can read who asked.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>The last status outside Requested.</summary>
    public string Before { get; init; } = Core.Orders.Status.Handling;

    /// <summary>Shares of the value that are invoiced and returned, in percent.</summary>
    public int Invoiced { get; init; }

    public int Returned { get; init; }

    public bool IsMarketplace { get; init; }

    public bool IsExternal { get; init; }

    /// <summary>Paid by what is settled later than ordered: a bank slip that still runs.</summary>
    public bool IsUnpaid { get; init; }
}

/// <summary>A thousand stories: every stage, every open status, every side.</summary>
internal static class SampleStories
{
    public const int Count = 1_000;

    private static readonly SampleStory[] Stories = [.. Expand()];

    /// <summary>The story of an order; neighbours in time have different ones.</summary>
    public static SampleStory Of(int number) => Stories[(int)(number * 389L % Count)];

    private static IEnumerable<SampleStory> Expand()
    {
        var told = 0;
        foreach (var (count, story) in Cancellations().Concat(Waiting()).Concat(Moving()).Concat(Packing()))
        {
            told += count;
            foreach (var copy in Enumerable.Repeat(story, count))
            {
                yield return copy;
            }
        }

        foreach (var copy in Enumerable.Repeat(new SampleStory(Status.Invoiced) { Age = (3, 89), Invoiced = 100 }, Count - told))
        {
            yield return copy;
        }
    }

    private static IEnumerable<(int, SampleStory)> Cancellations()
    {
        var canceled = new SampleStory(Status.Canceled);
        yield return (20, canceled with { Side = Side.Customer });
        yield return (6, canceled with { Side = Side.Customer, HasReason = false });
        yield return (24, canceled with { Side = Side.Store });
        yield return (14, canceled with { Side = Side.Marketplace, IsMarketplace = true });
        yield return (10, canceled with { Side = Side.Seller, IsExternal = true });
        yield return (12, canceled with { Side = Side.Payment, IsUnpaid = true });
        yield return (10, canceled with { Side = Side.System, IsUnpaid = true });
        yield return (6, canceled with { Side = Side.Store, Invoiced = 100, Returned = 100, Age = (10, 80) });
        yield return (6, new(Status.Replaced));

        var requested = new SampleStory(Status.CancellationRequested) { Age = (1, 12) };
        yield return (8, requested with { Side = Side.Customer });
        yield return (4, requested with { Side = Side.Customer, HasReason = false });
        yield return (4, requested with { Side = Side.Customer, Before = Status.ReadyForHandling });
        yield return (6, requested with { Side = Side.Store });
        yield return (4, requested with { Side = Side.Marketplace, IsMarketplace = true });
        yield return (3, requested with { Side = Side.Customer, AlsoAsks = Side.Store });
        yield return (3, requested with { Side = Side.Customer, Invoiced = 40 });
        yield return (2, requested with { IsUnreadable = true });
        yield return (5, new(Status.WaitingForSellerDecision) { Age = (1, 10), Side = Side.Seller, IsExternal = true, Before = "waiting-seller-handling" });
        yield return (1, new("request-cancel") { Age = (1, 6), Side = Side.Customer });
        yield return (1, new("accepting-cancel") { Age = (1, 6), Side = Side.Seller, IsExternal = true });
        yield return (1, new("cancellation-requested-with-ack") { Age = (1, 6), Side = Side.Store });
    }

    private static IEnumerable<(int, SampleStory)> Waiting()
    {
        var unpaid = new SampleStory(Status.PaymentPending) { Age = (1, 5), IsUnpaid = true };
        yield return (40, unpaid);
        foreach (var status in new[]
        {
            "order-accepted", "on-order-completed", "on-order-completed-ffm", "order-completed", "waiting-for-order-authorization", "waiting-for-authorization",
            "waiting-for-sellers-confirmation", "waiting-for-confirmation", "payment-denied", "approve-payment", "authorizing", "window-to-change-payment",
        })
        {
            yield return (2, unpaid with { Status = status });
        }

        var paid = new SampleStory(Status.PaymentApproved) { Age = (1, 4) };
        yield return (6, paid);
        yield return (4, paid with { Status = "waiting-seller-handling", IsExternal = true });
        yield return (3, paid with { Status = "release-to-fulfillment" });
        yield return (3, paid with { Status = Status.WindowToChangeSeller });
        yield return (10, paid with { Status = Status.AuthorizeFulfillment, IsMarketplace = true });
        foreach (var status in new[] { "waiting-for-fulfillment", "waiting-ffmt-authorization", "waiting-for-manual-authorization", "waiting-for-mkt-authorization" })
        {
            yield return (2, paid with { Status = status, IsMarketplace = true });
        }

        yield return (14, paid with { Status = Status.WindowToCancel, Age = (1, 2) });
    }

    private static IEnumerable<(int, SampleStory)> Moving()
    {
        var incomplete = new SampleStory("") { Age = (1, 9), IsUnpaid = true };
        yield return (5, incomplete);
        yield return (3, incomplete with { Status = null });
        yield return (2, incomplete with { Status = Status.OrderCreateError });
        yield return (2, incomplete with { Status = "order-creation-error" });
        foreach (var status in new[] { "order-created", "creating", "created", "approving-transaction", "notify-payment", "processing", Status.Cancel, "canceling" })
        {
            yield return (1, new(status) { Age = (1, 2), IsUnpaid = true });
        }

        foreach (var status in new[] { Status.StartHandling, Status.Invoice, "invoicing", "invoice-after-cancellation-deny" })
        {
            yield return (1, new(status) { Age = (1, 3) });
        }

        yield return (2, new("waiting-for-credit-review") { Age = (1, 20) });
        yield return (1, new("in-quarantine") { Age = (1, 20) });
    }

    private static IEnumerable<(int, SampleStory)> Packing()
    {
        yield return (84, new(Status.ReadyForHandling) { Age = (1, 6) });
        yield return (8, new(Status.ReadyForHandling) { Age = (1, 6), IsMarketplace = true });
        yield return (2, new("ready-for-packing") { Age = (1, 6) });
        yield return (2, new("ready-for-picking") { Age = (1, 6) });
        yield return (96, new(Status.Handling) { Age = (1, 12) });
        yield return (10, new(Status.Handling) { Age = (1, 12), IsMarketplace = true });
        yield return (8, new(Status.Handling) { Age = (1, 12), IsExternal = true });
        yield return (16, new(Status.Handling) { Age = (2, 15), Invoiced = 50 });
        yield return (4, new("packing") { Age = (1, 12) });
        yield return (4, new("picking") { Age = (1, 12) });
        yield return (4, new("ready-for-invoicing") { Age = (1, 12) });
        yield return (3, new("cancellation-request-denied") { Age = (3, 20), Side = Side.Customer });
        yield return (1, new("cancellation-request-denied-ffm") { Age = (3, 20), Side = Side.Customer });
        yield return (16, new(Status.Invoiced) { Age = (10, 89), Invoiced = 100, Returned = 100 });
        yield return (12, new(Status.Invoiced) { Age = (10, 89), Invoiced = 100, Returned = 30 });
        yield return (60, new(Status.Invoiced) { Age = (3, 89), Invoiced = 100, IsMarketplace = true });
        yield return (40, new(Status.Invoiced) { Age = (3, 89), Invoiced = 100, IsExternal = true });
    }
}
