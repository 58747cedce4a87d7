namespace AdminOrders.Web.Features.Orders.Dialogs;

/// <summary>What dialogs say to the log.</summary>
internal static partial class ActionLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} failed, trace {TraceId}")]
    public static partial void ActionFailed(this ILogger logger, string kind, string traceId, Exception failure);
}
