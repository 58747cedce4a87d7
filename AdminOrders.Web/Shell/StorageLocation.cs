using Microsoft.Data.Sqlite;

namespace AdminOrders.Web.Shell;

/// <summary>Where this installation keeps its files: the database, and beside it the keys that sign cookies.</summary>
/// <param name="Folder">Absolute path of the folder.</param>
internal sealed record StorageLocation(string Folder)
{
    private const string ConnectionStringKey = "Storage:ConnectionString";

    /// <summary>The keys' own folder: whoever reads it can sign in as anybody.</summary>
    public string KeysFolder => Path.Combine(Folder, "keys");

    /// <summary>
    /// Creates the folders and makes the connection string say an absolute path: one that is relative counts from the content root,
    /// wherever the process was started. A database on a server keeps its keys under <c>data</c>.
    /// </summary>
    public static StorageLocation Settle(ConfigurationManager configuration, IHostEnvironment environment)
    {
        var location = new StorageLocation(FolderOf(configuration, environment));
        Directory.CreateDirectory(location.Folder);
        CreatePrivateFolder(location.KeysFolder);
        return location;
    }

    private static string FolderOf(ConfigurationManager configuration, IHostEnvironment environment)
    {
        if (!string.Equals(configuration["Storage:Provider"], "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            return Path.Combine(environment.ContentRootPath, "data");
        }

        var connection = new SqliteConnectionStringBuilder(configuration[ConnectionStringKey]);
        connection.DataSource = Path.GetFullPath(connection.DataSource, environment.ContentRootPath);
        configuration[ConnectionStringKey] = connection.ConnectionString;
        return Path.GetDirectoryName(connection.DataSource)!;
    }

    private static void CreatePrivateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
