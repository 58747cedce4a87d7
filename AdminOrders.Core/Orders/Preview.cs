using System.Collections.Immutable;
using System.Globalization;

namespace AdminOrders.Core.Orders;

/// <summary>What a decision would do, as a page shows it before the click. It carries no ids of events and no instants.</summary>
public sealed record Preview
{
    /// <summary>Raw status now and after it; equal where the status stays.</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>The code, where it is refused.</summary>
    public Refused? Refused { get; init; }

    /// <summary>Why, where nothing changes.</summary>
    public Unchanged? Unchanged { get; init; }

    /// <summary>What somebody else must do before the order is canceled; null: nothing.</summary>
    public SecondStep? SecondStep { get; init; }

    /// <summary>Whose requests are closed by it.</summary>
    public ImmutableArray<Side> ClosedRequests { get; init; } = [];

    /// <summary>Reserved units that become free, by warehouse and destination.</summary>
    public ImmutableArray<FreedUnits> Freed { get; init; } = [];

    /// <summary>What is owed back, by payment, minor units.</summary>
    public ImmutableArray<MoneyOwed> Owed { get; init; } = [];

    public AlertKind? Alert { get; init; }

    /// <summary>Equal for equal outcomes: a dialog whose fingerprint has changed shows something that is no longer true.</summary>
    public string Fingerprint => string.Join(';', FingerprintParts());

    /// <summary>The outcome of a decision on these facts.</summary>
    internal static Preview Of(Decision decision, OrderFacts facts, Policy policy) => decision switch
    {
        Accepted accepted => OfEvents(accepted, facts, policy),
        Unchanged unchanged => new() { From = facts.Status, To = facts.Status, Unchanged = unchanged, Alert = decision.Alert },
        Refused refused => new() { From = facts.Status, To = facts.Status, Refused = refused, Alert = decision.Alert },
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.GetType().Name, "A decision that nobody shows."),
    };

    private static Preview OfEvents(Accepted accepted, OrderFacts facts, Policy policy)
    {
        var after = accepted.Events.LastOrDefault(happened => happened.To is not null)?.To ?? facts.Status;
        return new()
        {
            From = facts.Status,
            To = after,
            Alert = accepted.Alert,
            SecondStep = accepted.Events.Any(happened => happened is CancellationRequested) ? SecondStep.For(facts, policy) : null,
            ClosedRequests = Closed(accepted.Events, facts),
            Owed = [.. accepted.Events.OfType<MoneyOwed>()],
            Freed = Free(accepted.Events),
        };
    }

    private static ImmutableArray<Side> Closed(ImmutableArray<OrderEvent> events, OrderFacts facts)
    {
        var ids = events.SelectMany(happened => happened switch
        {
            OrderCanceled => facts.Requests.Select(request => request.Id),
            CancellationDeclined declined => declined.RequestIds,
            CancellationWithdrawn withdrawn => [withdrawn.RequestId],
            RequestsDeclinedByInvoice declined => declined.RequestIds,
            ImportedStateRecorded imported => imported.ClosedRequests,
            _ => [],
        }).ToHashSet(StringComparer.Ordinal);
        return [.. facts.Requests.Where(request => ids.Contains(request.Id)).Select(request => request.RequestedBy)];
    }

    private static ImmutableArray<FreedUnits> Free(ImmutableArray<OrderEvent> events) =>
    [
        .. events.OfType<StockReleased>().SelectMany(released => released.Units)
            .GroupBy(units => (units.WarehouseId, units.WasAcknowledged, units.Destination))
            .OrderBy(group => group.Key.WarehouseId, StringComparer.Ordinal).ThenBy(group => group.Key.WasAcknowledged)
            .Select(group => new FreedUnits(group.Key.WarehouseId, group.Sum(units => units.Quantity), group.Key.WasAcknowledged, group.Key.Destination)),
    ];

    private IEnumerable<string> FingerprintParts()
    {
        yield return $"{From}>{To}";
        yield return Refused is null ? "" : $"refused:{RefusalCodes.Of(Refused.Code)}:{Refused.Field}";
        yield return Unchanged is null ? "" : $"unchanged:{Unchanged.Why}";
        yield return SecondStep is null ? "" : $"then:{string.Join('+', SecondStep.Sides)}:{SecondStep.NeedsSecondPerson}";
        yield return $"closes:{string.Join('+', ClosedRequests)}";
        yield return $"frees:{string.Join('+', Freed.Select(Text))}";
        yield return $"owes:{string.Join('+', Owed.Select(Text))}";
        yield return $"alert:{Alert}";
    }

    private static string Text(FreedUnits freed) =>
        string.Create(CultureInfo.InvariantCulture, $"{freed.WarehouseId}/{freed.Units}/{freed.WasAcknowledged}/{freed.Destination}");

    private static string Text(MoneyOwed owed) => string.Create(CultureInfo.InvariantCulture, $"{owed.Kind}/{owed.Amount}");
}

/// <summary>What follows a request before the order is canceled.</summary>
/// <param name="Resource">What a store actor needs to confirm.</param>
/// <param name="Sides">Whose actors may confirm.</param>
/// <param name="NeedsSecondPerson">Not by the person who asks.</param>
public sealed record SecondStep(string Resource, ImmutableArray<Side> Sides, bool NeedsSecondPerson)
{
    internal static SecondStep For(OrderFacts facts, Policy policy) => new(
        Orders.Resource.CancelOrder,
        facts.IsExternalSeller ? [Side.Store, Side.Seller] : [Side.Store],
        policy.NeedsSecondPerson(facts.Value, facts.Currency));
}

/// <summary>Reserved units that become free.</summary>
public sealed record FreedUnits(string WarehouseId, int Units, bool WasAcknowledged, StockDestination Destination);
