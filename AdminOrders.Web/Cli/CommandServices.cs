using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Shell;

namespace AdminOrders.Web.Cli;

/// <summary>The services of the server without the server: same settings, same store. What is logged goes to standard error.</summary>
internal static class CommandServices
{
    public static async Task<WebApplication> Open(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Installation.ContentRoot });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddOrderStorage(builder.Configuration);
        builder.AddAccounts();
        var app = builder.Build();
        await app.Services.MigrateStorage(cancellationToken);
        return app;
    }
}
