using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdminOrders.Core.Orders;

/// <summary>What somebody wants of one order.</summary>
public abstract record OrderCommand;

/// <summary>Where units go that the warehouse had already taken.</summary>
public enum StockDestination
{
    OnSale,
    Quarantine,
    WrittenOff,
}

/// <summary>Cancel, or ask for it where the warehouse works on the order.</summary>
/// <param name="RequestId">32 hex digits: the id of the request, should it become one.</param>
/// <param name="RequestedBy">For whom; the actor may enter it on somebody's behalf.</param>
/// <param name="Note">For colleagues only.</param>
public sealed record Cancel(string RequestId, Side RequestedBy, Reason Reason, StockDestination Acknowledged = StockDestination.OnSale, string? Note = null)
    : OrderCommand;

/// <summary>Finish a requested cancellation. Names the request that its sender saw.</summary>
public sealed record ConfirmCancellation(string RequestId, StockDestination Acknowledged = StockDestination.OnSale, string? Note = null) : OrderCommand;

/// <summary>Decline what other sides asked.</summary>
public sealed record Decline(string RequestId, string InternalReason, string CustomerText) : OrderCommand;

/// <summary>Take a request back.</summary>
public sealed record Withdraw(string RequestId, string? Note = null) : OrderCommand;

/// <summary>It has already happened on the channel.</summary>
public sealed record RecordChannelCancellation(Side RequestedBy, Reason Reason) : OrderCommand;

/// <summary>It had happened on the channel before the order came in here; sent in the commit that brings the order.</summary>
public sealed record RecordEarlierCancellation(Side RequestedBy, Reason Reason) : OrderCommand;

/// <summary>The customer asked the channel to have the order canceled: that is never more than a request, because the store decides.</summary>
/// <param name="RequestId">32 hex digits, the same whenever the channel tells of the same wish.</param>
/// <param name="Reason">Names the items.</param>
public sealed record RecordChannelRequest(string RequestId, Reason Reason) : OrderCommand;

/// <summary>The channel has canceled some items and not the order: a person decides what that means here.</summary>
/// <param name="Text">Which items, up to 2,000 characters.</param>
public sealed record RecordChannelItems(string Text) : OrderCommand
{
    /// <summary>How many units of the lines with canceled units the channel has sent, once it has sent all that it will; empty: it has not.</summary>
    public ImmutableArray<ItemQuantity> Sent { get; init; } = [];

    /// <summary>With <see cref="Sent"/>: what the order is worth there, minor units.</summary>
    public long Value { get; init; }
}

public sealed record StartHandling : OrderCommand;

/// <summary>An Output invoice. Value in minor units; items may be empty for an invoice over the value alone.</summary>
public sealed record Invoice(InvoiceData Data) : OrderCommand;

/// <summary>An Input invoice: goods came back.</summary>
public sealed record ReturnInvoice(InvoiceData Data, string? Reason = null) : OrderCommand;

/// <summary>What an invoice says.</summary>
public sealed record InvoiceData(string Number, long Value, DateTimeOffset IssuedAt)
{
    public ImmutableArray<ItemQuantity> Items { get; init; } = [];

    public string? Url { get; init; }

    public string? Key { get; init; }

    public string? Courier { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TrackingUrl { get; init; }

    /// <summary>As its sender wrote it; null: not told.</summary>
    public string? DispatchedDate { get; init; }

    /// <summary>The whole invoice as its sender posted it, JSON; null: nobody posted it. Not part of the history.</summary>
    [JsonIgnore]
    public string? Posted { get; init; }
}

/// <summary>So many units of the line at that index.</summary>
public sealed record ItemQuantity(int ItemIndex, int Quantity);

/// <summary>Change items: remove what is not invoiced.</summary>
/// <param name="RequestId">How the sender names the change; null: not at all.</param>
public sealed record ChangeItems(ImmutableArray<ItemQuantity> Removed, string Reason, string? RequestId = null) : OrderCommand;

/// <param name="PaymentId">Null: every payment that is pending.</param>
public sealed record ApprovePayment(string? PaymentId = null) : OrderCommand;

public sealed record AuthorizeFulfillment : OrderCommand;

public sealed record EndGracePeriod : OrderCommand;

/// <summary>The owner's way out for an order that was never completed or hangs between two statuses.</summary>
public sealed record CancelAsIncomplete(Reason Reason) : OrderCommand;

/// <summary>Once more the last step of an order that hangs between two statuses.</summary>
public sealed record TryAgain : OrderCommand;

/// <summary>A document of the order came in; for an order that is new here it begins the history.</summary>
public sealed record RecordImportedState(ImportedOrder Order) : OrderCommand;

/// <summary>Only what is due at this moment happens.</summary>
public sealed record ApplyDueTimers : OrderCommand;

/// <summary>A note for colleagues, up to 2,000 characters; moves nothing that rules see.</summary>
/// <param name="Source">The system that says it; null: a colleague.</param>
public sealed record AddComment(string Text, string? Source = null) : OrderCommand;
