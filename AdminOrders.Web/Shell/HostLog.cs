using Microsoft.Extensions.Logging.Console;

namespace AdminOrders.Web.Shell;

/// <summary>What the slim host leaves out of its log and operators set.</summary>
internal static class HostLog
{
    private const string Format = "Logging:Console:FormatterName";

    /// <summary>Lets tracing tools read the log of the process, and the settings choose the console's format.</summary>
    public static void AddHostLog(this WebApplicationBuilder builder)
    {
        builder.Logging.AddEventSourceLogger();
        // The slim host names a format after it has read the settings.
        builder.Services.PostConfigure<ConsoleLoggerOptions>(console => console.FormatterName = builder.Configuration[Format] ?? console.FormatterName);
    }
}
