namespace AdminOrders.Web.Features.Settings.Health;

internal static partial class HealthLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The health of the store could not be read")]
    public static partial void HealthUnreadable(this ILogger logger, Exception failure);
}
