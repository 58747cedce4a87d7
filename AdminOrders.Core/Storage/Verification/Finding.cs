namespace AdminOrders.Core.Storage.Verification;

/// <summary>A row that does not fit. It names ids and numbers only, nothing of a customer.</summary>
/// <param name="OrderId">Null: the row belongs to no order.</param>
/// <param name="Row">Table and key, for example <c>History 3</c>; within an order without the order's own key.</param>
/// <param name="Expected">What would fit, as the store writes it.</param>
public sealed record Finding(Invariant Invariant, string? OrderId, string Row, string Expected, string Found);
