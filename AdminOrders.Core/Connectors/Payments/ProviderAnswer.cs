using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>What a provider answered, as far as it decides anything.</summary>
/// <param name="Answer">Null: not now, ask again.</param>
/// <param name="Words">What is shown to people; null: nothing worth it.</param>
/// <param name="Reference">The provider's name for what it did.</param>
internal sealed record ProviderAnswer(PaymentAnswer? Answer, string? Words, string? Reference = null)
{
    /// <summary>How long the provider wants to be left alone before it is asked again; null: it did not say.</summary>
    public TimeSpan? Pause { get; init; }

    public static ProviderAnswer NotNow(string words) => new(null, words);
}
