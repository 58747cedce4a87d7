namespace AdminOrders.Web.Shell;

/// <summary>Where the application's own files lie.</summary>
internal static class Installation
{
    /// <summary>
    /// The content root of a published application: the folder of the program, wherever it was started from. Null in a working copy, where
    /// the host's own answer is right.
    /// </summary>
    public static string? ContentRoot => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
}
