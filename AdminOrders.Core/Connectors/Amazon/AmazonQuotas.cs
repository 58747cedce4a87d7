namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>The buckets of all operations, by Amazon's usage plans.</summary>
internal sealed class AmazonQuotas(TimeProvider time)
{
    private readonly AmazonQuota signIn = new(1, 5, time);
    private readonly AmazonQuota search = new(0.0056, 20, time);
    private readonly AmazonQuota get = new(0.5, 30, time);
    private readonly AmazonQuota cancel = new(1, 10, time);

    public AmazonQuota Of(AmazonOperation operation) => operation switch
    {
        AmazonOperation.SignIn => signIn,
        AmazonOperation.SearchOrders => search,
        AmazonOperation.GetOrder => get,
        AmazonOperation.CancelOrder => cancel,
    };
}
