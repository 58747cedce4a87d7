namespace AdminOrders.Web.Cli;

/// <summary>Finds a file that the caller named.</summary>
internal static class CallersFile
{
    /// <summary>The full path of a file that is to be made: a relative one begins in the folder of the shell.</summary>
    public static string Place(string path) => Path.GetFullPath(path, Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } shell ? shell : Environment.CurrentDirectory);

    /// <summary>
    /// Its full path; null where there is none. <c>dotnet run --project</c> starts a web project in the project's folder,
    /// so a relative path is looked for in the folder of the shell too.
    /// </summary>
    public static string? Find(string path)
    {
        var shell = Environment.GetEnvironmentVariable("PWD");
        string[] folders = shell is null ? [Environment.CurrentDirectory] : [Environment.CurrentDirectory, shell];
        return folders.Select(folder => Path.GetFullPath(path, folder)).FirstOrDefault(File.Exists);
    }
}
