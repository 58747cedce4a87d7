using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>A debt, and what a provider has to be told of its payment. Money is in minor units of the currency.</summary>
internal sealed record OwedPayment(string OrderId, string Currency, MoneyOwed Debt, PaymentState State, string TransactionId, string Group)
{
    /// <summary>How the provider named the payment when it authorized it; each "" where nobody told.</summary>
    public ProviderNames Names { get; init; } = ProviderNames.None;

    /// <summary>The provider's name for the last settlement; "": somebody else captured.</summary>
    public string SettleId { get; init; } = "";

    /// <summary>What the payment authorized.</summary>
    public long Value { get; init; }

    /// <summary>Whether all that is owed back of the payment is captured.</summary>
    public bool IsCapturedEnough { get; init; }
}

/// <summary>What a provider called a payment.</summary>
internal sealed record ProviderNames(string Tid, string Nsu, string AuthorizationId)
{
    public static ProviderNames None { get; } = new("", "", "");
}
