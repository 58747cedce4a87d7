namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>An operation of Amazon's with a quota of its own.</summary>
internal enum AmazonOperation
{
    SignIn,
    SearchOrders,
    GetOrder,
    CancelOrder,
}
