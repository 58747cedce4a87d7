using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Shell;

namespace AdminOrders.Web.Cli;

/// <summary>The services of the server without the server: same settings, same store. What is logged goes to standard error.</summary>
internal static class CommandServices
{
    /// <summary>With the store up to date; where there is none it is made.</summary>
    public static async Task<WebApplication> Open(CancellationToken cancellationToken)
    {
        var app = Build();
        await app.Services.MigrateStorage(cancellationToken);
        return app;
    }

    /// <summary>With a store that is there, as it is.</summary>
    /// <exception cref="StoreUnusableException">There is none, or it cannot be used as it is.</exception>
    public static async Task<WebApplication> Find(bool mayBeOlder, CancellationToken cancellationToken)
    {
        var app = Build();
        await app.Services.FindStorage(mayBeOlder, cancellationToken);
        return app;
    }

    /// <summary>With the store untouched.</summary>
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Installation.ContentRoot });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Who made or ended a key is on record, whichever way it was done.
        builder.Logging.AddFilter(typeof(AppKeys).FullName, LogLevel.Information);
        builder.Services.AddOrderStorage(builder.Configuration);
        builder.AddAccounts();
        return builder.Build();
    }
}
