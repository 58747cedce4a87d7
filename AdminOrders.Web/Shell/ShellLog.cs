namespace AdminOrders.Web.Shell;

internal static partial class ShellLog
{
    [LoggerMessage(LogLevel.Error, "An open page failed, trace {Trace}")]
    public static partial void PageFailed(this ILogger logger, string trace, Exception exception);
}
