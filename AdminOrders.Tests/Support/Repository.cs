namespace AdminOrders.Tests.Support;

/// <summary>Where the sources lie that a test reads.</summary>
internal static class Repository
{
    /// <summary>The folder with <c>AdminOrders.sln</c>, found upwards from the built tests.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("AdminOrders.sln is nowhere above the built tests."),
        _ when File.Exists(Path.Combine(folder.FullName, "AdminOrders.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
