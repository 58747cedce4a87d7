using AdminOrders.Web.Shell;

namespace AdminOrders.Web.Ui;

internal static partial class ListLog
{
    /// <summary>Tells that the database could not be asked, and returns the number to show; the page goes out as a failure where it is not on its way yet.</summary>
    /// <param name="request">The request that the page is drawn for; null: it is open already.</param>
    public static string Unread(this ILogger logger, Exception broken, HttpContext? request)
    {
        var trace = TraceId.Now();
        logger.ListUnread(trace, broken);
        if (request is { Response.HasStarted: false })
        {
            request.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        return trace;
    }

    [LoggerMessage(LogLevel.Error, "The list could not be read, trace {Trace}")]
    private static partial void ListUnread(this ILogger logger, string trace, Exception exception);
}
