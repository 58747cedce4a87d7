namespace AdminOrders.Core.Orders;

/// <summary>
/// The four marks by which an order document tells who asked for a cancellation. Seller and marketplace carry the same mark;
/// the true side is in a field of our own.
/// </summary>
public sealed record CancellationMarks(bool? RequestedByUser, bool? RequestedBySystem, bool? RequestedBySellerNotification, bool? RequestedByPaymentNotification)
{
    /// <summary>The marks of a side: one of them is set, the others are null.</summary>
    public static CancellationMarks Of(Side requestedBy) => requestedBy switch
    {
        Side.Customer => new(true, null, null, null),
        Side.Store => new(false, null, null, null),
        Side.Seller or Side.Marketplace => new(null, null, true, null),
        Side.Payment => new(null, null, null, true),
        Side.System => new(null, true, null, null),
    };

    /// <summary>
    /// The side that marks tell of: the true one; the store where only <c>RequestedByUser</c> is there and false; null where nothing can be read.
    /// </summary>
    public Side? Asker => this switch
    {
        { RequestedByUser: true } => Side.Customer,
        { RequestedBySystem: true } => Side.System,
        { RequestedBySellerNotification: true } => Side.Seller,
        { RequestedByPaymentNotification: true } => Side.Payment,
        { RequestedByUser: false } => Side.Store,
        _ => null,
    };
}
