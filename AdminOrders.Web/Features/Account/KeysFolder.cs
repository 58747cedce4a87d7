namespace AdminOrders.Web.Features.Account;

/// <summary>Where the keys that sign cookies are kept, so that a restart signs nobody out.</summary>
internal static class KeysFolder
{
    /// <summary>Makes the folder beside the database. Only its owner may read it: whoever has the keys can sign in as anybody.</summary>
    public static DirectoryInfo Beside(string databaseFolder)
    {
        var path = Path.Combine(databaseFolder, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
