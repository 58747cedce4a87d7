using System.Diagnostics;
using AdminOrders.Core.Sample;

namespace AdminOrders.Web.Features.Sample;

/// <summary>In Development an empty store gets the sample orders, unless <c>Sample:Fill</c> is false.</summary>
internal static partial class SampleFeature
{
    public static async Task FillSampleStoreAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("Sample:Fill", defaultValue: true))
        {
            return;
        }

        var began = Stopwatch.GetTimestamp();
        if (await app.Services.GetRequiredService<SampleStore>().Fill(app.Lifetime.ApplicationStopping))
        {
            Log.Filled(app.Logger, SampleStore.Orders, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The store was empty: it got {Orders} sample orders in {Milliseconds} ms")]
        public static partial void Filled(ILogger logger, int orders, long milliseconds);
    }
}
