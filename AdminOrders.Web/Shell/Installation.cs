namespace AdminOrders.Web.Shell;

/// <summary>How this copy of the program is installed: a working copy under <c>dotnet run</c>, or a published application.</summary>
internal static class Installation
{
    /// <summary>Where it serves unless it is told otherwise.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    // Set by the launch profile, and by nothing else: a profile that named the environment itself would win over the caller's.
    private const string WorkingCopy = "ADMINORDERS_WORKING_COPY";

    /// <summary>
    /// The content root of a published application: the folder of the program, wherever it was started from. Null in a working copy, where
    /// the host's own answer is right.
    /// </summary>
    public static string? ContentRoot => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

    /// <summary>
    /// A working copy is Development, unless the caller's environment names another; everything else is the host's default, Production.
    /// Settings are read once: who watches their folder is woken by every page that is written to a store beneath it.
    /// </summary>
    public static void SettleEnvironment()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        var isNamed = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
        if (Environment.GetEnvironmentVariable(WorkingCopy) is not null && isNamed is null)
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", Environments.Development);
        }
    }

    /// <summary>The address to serve at; null where the configuration names one in any of the host's ways.</summary>
    public static string? AddressFor(IConfiguration configuration) =>
        new[] { WebHostDefaults.ServerUrlsKey, "http_ports", "https_ports" }.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").Exists()
            ? null
            : DefaultAddress;
}
