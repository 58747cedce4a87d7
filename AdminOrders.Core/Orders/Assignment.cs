using System.Text.Json.Serialization;

namespace AdminOrders.Core.Orders;

/// <summary>The colleague who answers an order's open requests.</summary>
/// <param name="Id">The actor's id, <c>user:…</c>.</param>
/// <param name="Name">As colleagues read it.</param>
public sealed record Assignee(string Id, string Name);

/// <summary>I answer the order's open requests. It moves nothing but the assignment; it ends when the last of these requests is closed.</summary>
public sealed record TakeRequest : OrderCommand;

/// <summary>Somebody else answers them; or I do, though a colleague has taken them.</summary>
/// <param name="To">A user of the store who may cancel; whoever builds the command has looked it up.</param>
/// <param name="From">The id of who has them, as the sender saw it; null: nobody.</param>
public sealed record HandOverRequest(Assignee To, string? From) : OrderCommand;

/// <summary>I do not answer them after all.</summary>
public sealed record ReleaseRequest : OrderCommand;

/// <summary>The actor took the order's open requests.</summary>
public sealed record RequestTaken : OrderEvent;

/// <summary>The actor gave the order's open requests to somebody.</summary>
public sealed record RequestHandedOver(string ToId, string ToName) : OrderEvent
{
    [JsonIgnore]
    public Assignee Assignee => new(ToId, ToName);
}

/// <summary>The actor gave the order's open requests back to everybody.</summary>
public sealed record RequestReleased : OrderEvent;
