using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdminOrders.Core.Orders;

/// <summary>What a payment provider answered when it was asked to give money back, or to capture it.</summary>
public enum PaymentAnswer
{
    /// <summary>What was authorized is void.</summary>
    Voided,

    /// <summary>What was captured is given back.</summary>
    Refunded,

    /// <summary>There is nothing to void any more: it had been captured.</summary>
    Captured,

    /// <summary>It does not do that; a person has to.</summary>
    ByHand,

    /// <summary>It will not.</summary>
    Refused,

    /// <summary>What was claimed is captured.</summary>
    Settled,
}

/// <summary>The provider has answered to a debt. Sent by the connector, once or several times.</summary>
/// <param name="Words">The provider's, up to 500 characters; null: it said none.</param>
/// <param name="Reference">The provider's own name for what it did; null: none.</param>
public sealed record RecordPaymentAnswer(string EffectId, PaymentAnswer Answer, string? Words = null, string? Reference = null) : EffectCommand(EffectId);

/// <summary>What an answer to a debt changes; the event that says so closes the delivery in the same commit.</summary>
public abstract record PaymentAnswered(string EffectId) : OrderEvent
{
    /// <summary>The provider's words.</summary>
    [JsonIgnore]
    public string? Words { get; init; }

    [JsonIgnore]
    public override ImmutableArray<EventText> Texts => TextsOf(new EventText("answer", Words));
}

/// <summary>The provider gave the money back or voided the payment.</summary>
/// <param name="Settled">The debt; its kind is what was done.</param>
public sealed record MoneyReturned(string EffectId, MoneyOwed Settled) : PaymentAnswered(EffectId)
{
    public string? Reference { get; init; }
}

/// <summary>A payment that was to be void had been captured: it is no longer owed so, and owed as a refund by the event behind this one.</summary>
/// <param name="Instead">The debt that ends.</param>
public sealed record PaymentFoundCaptured(string EffectId, MoneyOwed Instead) : PaymentAnswered(EffectId);

/// <summary>The provider captured what was claimed.</summary>
/// <param name="Claim">What was claimed.</param>
/// <param name="WasClaimed">False: the provider had refused before, and the payment had been let go.</param>
public sealed record MoneyCaptured(string EffectId, MoneyOwed Claim, bool WasClaimed) : PaymentAnswered(EffectId)
{
    /// <summary>The provider's name for the settlement; refunds name it.</summary>
    public string? Reference { get; init; }
}

/// <summary>The provider does not do it; the debt stays, for a person. A payment that was claimed to be captured is let go.</summary>
/// <param name="ByHand">It says that this has to be done by hand.</param>
public sealed record MoneyRefused(string EffectId, MoneyOwed Debt, bool ByHand) : PaymentAnswered(EffectId);
