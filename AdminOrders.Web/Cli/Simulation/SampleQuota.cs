namespace AdminOrders.Web.Cli.Simulation;

/// <summary>A bucket of calls, as the sample counts them on its own side.</summary>
internal sealed class SampleQuota(ScenarioQuota quota, TimeProvider time)
{
    private double left = quota.Burst;
    private DateTimeOffset filledAt = time.GetUtcNow();

    public double Rate => quota.Rate;

    public static ScenarioQuota Usual(SampleOperation operation) => operation switch
    {
        SampleOperation.SignIn => new(10, 100),
        SampleOperation.SearchOrders => new(0.0056, 20),
        SampleOperation.GetOrder => new(0.5, 30),
        SampleOperation.CancelOrder => new(1, 10),
    };

    /// <summary>Whether one more call was left.</summary>
    public bool Take()
    {
        var now = time.GetUtcNow();
        (left, filledAt) = (Math.Min(quota.Burst, left + ((now - filledAt).TotalSeconds * quota.Rate)), now);
        if (left < 1)
        {
            return false;
        }

        left--;
        return true;
    }
}
