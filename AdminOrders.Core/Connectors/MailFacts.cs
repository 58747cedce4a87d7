using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Connectors;

/// <summary>What a mail is written from: an event, who did it and why, and whom it is about.</summary>
internal sealed record MailFacts
{
    public required string OrderId { get; init; }

    public required OrderEvent Happened { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Side ActorSide { get; init; }

    public required string ActorName { get; init; }

    /// <summary>The event's free texts by name (<see cref="EventText"/>), those that were erased left out.</summary>
    public required ImmutableDictionary<string, string> Texts { get; init; }

    /// <summary>The wording of the chosen reason.</summary>
    public ReasonLabel? Reason { get; init; }

    public string CustomerName { get; init; } = "";

    public string CustomerEmail { get; init; } = "";

    /// <summary>Sold on a marketplace, which keeps its customer's address to itself for a while or for good.</summary>
    public bool IsMarketplaceOrder { get; init; }

    /// <summary>Where the mail's reader sees the order and acts on it; null: the mail carries no link.</summary>
    public string? Link { get; init; }

    /// <summary>As the order's document writes it, <c>pt-BR</c>; null: it says none.</summary>
    public string? CustomerLocale { get; init; }
}
