using System.Diagnostics;

namespace AdminOrders.Web.Shell;

/// <summary>The number under which the log tells of a failure, and which people read.</summary>
internal static class TraceId
{
    /// <summary>The trace of what goes on now, 32 hex digits; a new one where nothing is traced.</summary>
    public static string Now() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
}
