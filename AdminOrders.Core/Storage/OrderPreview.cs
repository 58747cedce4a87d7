using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What a command would do now, with the facts it was judged on. Nothing is written.</summary>
public sealed record OrderPreview(OrderFacts Facts, Decision Decision, Preview Preview);
