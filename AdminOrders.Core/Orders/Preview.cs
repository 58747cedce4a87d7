namespace AdminOrders.Core.Orders;

/// <summary>What a decision would bring about, as a page shows it before it happens.</summary>
/// <param name="From">Raw status now.</param>
/// <param name="To">Raw status after; equal to <paramref name="From"/> where it does not move.</param>
/// <param name="Fingerprint">The same for equal outcomes, without ids and instants.</param>
public sealed record Preview(string From, string To, string Fingerprint);
