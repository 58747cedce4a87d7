using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Which unfinished work is shown; a null means any.</summary>
public sealed record UnfinishedFilter(UnfinishedKind? Kind = null, UnfinishedState? State = null, UnfinishedMoney? Money = null)
{
    /// <summary>Whether it lets that kind through, which waits for a person: nobody else tries it.</summary>
    internal bool ShowsWaiting(UnfinishedKind kind) => Money is null && (Kind is null || Kind == kind) && State is null or UnfinishedState.GivenUp;
}

/// <summary>Something that is owed and not done, or was when it was last looked at. Instants are UTC.</summary>
public sealed record UnfinishedItem
{
    /// <summary>Its place in the list (<see cref="UnfinishedKey"/>): older ones of its part have smaller keys, but for orders that hang.</summary>
    public required long Key { get; init; }

    public required long OrderKey { get; init; }

    /// <summary>What commands name it by (<see cref="Orders.EffectId"/>); empty: it is the order itself that hangs.</summary>
    public required string EffectId { get; init; }

    public required UnfinishedKind Kind { get; init; }

    public required EffectState State { get; init; }

    public required string OrderId { get; init; }

    /// <summary>The order's raw status now.</summary>
    public required string Status { get; init; }

    public required string Currency { get; init; }

    public required string CustomerName { get; init; }

    public required string CustomerEmail { get; init; }

    /// <summary>The channel that the order came from; empty: none.</summary>
    public required string AffiliateId { get; init; }

    /// <summary>Who fulfils the order.</summary>
    public required string SellerId { get; init; }

    /// <summary>What it is owed because of, without its free texts; null: because of no event.</summary>
    public OrderEvent? Event { get; init; }

    /// <summary>What has to be looked at; null: it is no alert.</summary>
    public AlertKind? Alert => EffectId.Length == 0 ? null : Orders.EffectId.AlertOf(EffectId);

    /// <summary>Since when it is owed; of an order that hangs, since when it should have moved on.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>All that were made, those before a person had it tried again too.</summary>
    public int Attempts { get; init; }

    /// <summary>Null: none is planned.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The other side's words at the last attempt; of an alert, what it named; null: it said none.</summary>
    public string? LastAnswer { get; init; }

    /// <summary>The provider's last word was that a person has to do it.</summary>
    public bool IsByHand { get; init; }

    /// <summary>The seller has been asked and has not decided.</summary>
    public bool IsUndecided => Kind is UnfinishedKind.Seller && State is EffectState.Waiting && Attempts > 0 && LastAnswer is null;

    /// <summary>What sort of debt it is; null: no money is owed.</summary>
    public UnfinishedMoney? Money => Event is not MoneyOwed owed ? null : IsByHand && State is EffectState.GivenUp ? UnfinishedMoney.ByHand : owed.Kind switch
    {
        DebtKind.Refund => UnfinishedMoney.Refund,
        DebtKind.Void => UnfinishedMoney.Void,
        DebtKind.Capture => UnfinishedMoney.Capture,
        DebtKind.RefundWhenCaptured => UnfinishedMoney.RefundWhenCaptured,
    };

    public bool IsFinished => State is EffectState.Done or EffectState.DoneByHand;
}

/// <summary>One page of unfinished work, the oldest of each part first, and where it goes on; a null cursor means there is nothing more that way.</summary>
public sealed record UnfinishedRows(IReadOnlyList<UnfinishedItem> Rows, string? Next, string? Previous);
