using System.Net;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Tests.Web;

/// <summary>The whole application over HTTP, on a database of its own and without the sample store.</summary>
internal sealed class WebStore : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";
    private readonly string environment;
    private readonly TestDatabase database;
    private readonly bool ownsDatabase;

    /// <param name="database">The store that somebody else has made, perhaps for several hosts; null: one of its own, removed at the end.</param>
    /// <param name="environment">The host's; Development brings the sample store.</param>
    public WebStore(TestDatabase? database = null, string environment = "Production")
    {
        this.environment = environment;
        this.database = database ?? new SqliteTestDatabase();
        ownsDatabase = database is null;
    }

    /// <summary>Settings of this host, by their names; set before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>What the host logs; read while it runs.</summary>
    public LogLines Log { get; } = new();

    /// <summary>Where requests come from; null: it is not known.</summary>
    public IPAddress? Caller { get; set; } = IPAddress.Loopback;

    /// <summary>The host's clock; null: the machine's. Set it before the host starts.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>Creates an account with one of the roles that exist.</summary>
    public async Task<WebVisitor> AddUserAsync(string email, string role)
    {
        await using var scope = Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<AccountSetup>().CreateUserAsync(email, email.Split('@')[0], Password, role);
        Assert.True(created.Succeeded, string.Join(' ', created.Errors.Select(error => error.Description)));
        return Visit();
    }

    /// <summary>Somebody with a browser of their own.</summary>
    public WebVisitor Visit() => new(CreateClient(new() { AllowAutoRedirect = false }));

    /// <summary>A visitor who is signed in with a new account of this role.</summary>
    public async Task<WebVisitor> SignInAsAsync(string role)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var visitor = await AddUserAsync(email, role);
        using var answer = await visitor.SignInAsync(email, Password);
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Storage:Provider", database.Provider);
        builder.UseSetting("Storage:ConnectionString", database.ConnectionString);
        builder.UseSetting("Exports:Folder", database.ExportsFolder);
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.AddProvider(Log));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IStartupFilter>(new CallersAddress(this));
            if (Clock is not null)
            {
                services.AddSingleton(Clock);
            }
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }
    }

    // The test server has no connections: what a request says of its sender is said here.
    private sealed class CallersAddress(WebStore store) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = store.Caller;
                return go(context);
            });
            next(app);
        };
    }
}
