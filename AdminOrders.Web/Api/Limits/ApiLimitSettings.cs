namespace AdminOrders.Web.Api.Limits;

/// <summary>The section <c>Api</c> of the configuration.</summary>
internal sealed class ApiLimitSettings
{
    /// <summary>Requests in any 60 seconds that one server answers for all credentials together; 0: as many as come.</summary>
    public int RequestsPerMinute { get; set; } = 6000;
}
