namespace AdminOrders.Web.Features.Orders.List;

internal static partial class ListLog
{
    [LoggerMessage(LogLevel.Error, "The list could not be read, trace {Trace}")]
    public static partial void ListUnread(this ILogger logger, string trace, Exception exception);
}
