using System.Reflection;

namespace AdminOrders.E2E.Support;

/// <summary>Where things lie on this machine.</summary>
internal static class Places
{
    /// <summary>The repository's top folder.</summary>
    public static string Repository { get; } = Built("Repository");

    /// <summary>The server's program file, as the build left it.</summary>
    public static string Server { get; } = Path.Combine(Repository, Built("Server"));

    /// <summary>The server's project folder: its content root.</summary>
    public static string ServerProject { get; } = Path.Combine(Repository, "AdminOrders.Web");

    /// <summary>Traces and screenshots of failed journeys, a folder each.</summary>
    public static string Failures { get; } = Path.Combine(Repository, "TestResults", "journeys");

    /// <summary>The pictures that the README shows.</summary>
    public static string Screenshots { get; } = Path.Combine(Repository, "docs", "screenshots");

    private static string Built(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
