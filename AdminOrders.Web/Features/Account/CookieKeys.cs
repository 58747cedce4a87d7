using System.Xml.Linq;
using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AdminOrders.Web.Features.Account;

/// <summary>Where the keys that sign cookies are kept, so that a restart signs nobody out, nor a visit to another server of the same store.</summary>
internal static class CookieKeys
{
    private const string FolderSetting = "Storage:KeysFolder";

    /// <summary>In the folder that the configuration names, else in the store where servers share it, else beside the store's file.</summary>
    public static void AddCookieKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("AdminOrders");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = Repository(provider)));
    }

    /// <summary>
    /// Gives the keys of one store to another, so that who is signed in there is signed in here; returns how many. None where both look into one folder
    /// or where a copy of the tables brought them.
    /// </summary>
    public static int Copy(StoreSource from, StoreSource to, IConfiguration configuration)
    {
        if ((from.IsShared && to.IsShared) || !string.IsNullOrEmpty(configuration[FolderSetting]))
        {
            return 0;
        }

        var (source, target) = (Repository(from, configuration, NullLoggerFactory.Instance), Repository(to, configuration, NullLoggerFactory.Instance));
        var known = target.GetAllElements().Select(key => (string?)key.Attribute("id")).ToHashSet(StringComparer.Ordinal);
        var keys = source.GetAllElements().Where(key => !known.Contains((string?)key.Attribute("id"))).ToList();
        keys.ForEach(key => target.StoreElement(key, $"key-{(string?)key.Attribute("id")}"));
        return keys.Count;
    }

    private static IXmlRepository Repository(IServiceProvider provider) => Repository(
        provider.GetRequiredService<StoreSource>(), provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<ILoggerFactory>());

    private static IXmlRepository Repository(StoreSource store, IConfiguration configuration, ILoggerFactory logging)
    {
        var named = configuration[FolderSetting];
        return store.IsShared && string.IsNullOrEmpty(named)
            ? new StoredCookieKeys(store)
            : new FileSystemXmlRepository(
                Make(string.IsNullOrEmpty(named) ? Path.Combine(store.Folder, "keys") : named), logging);
    }

    // Only its owner may read it: whoever has the keys can sign in as anybody.
    private static DirectoryInfo Make(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}

/// <summary>Keys in the table <c>CookieKeys</c> of a store that several servers share.</summary>
internal sealed class StoredCookieKeys(StoreSource store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = store.CreateCommand("""SELECT "Xml" FROM "CookieKeys" ORDER BY "Name" """);
        using var rows = command.ExecuteReader();
        var all = new List<XElement>();
        while (rows.Read())
        {
            all.Add(XElement.Parse(rows.GetString(0)));
        }

        return all;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = store.CreateCommand("""INSERT INTO "CookieKeys" ("Name", "Xml") VALUES (@Name, @Xml)""");
        foreach (var (name, value) in new[] { ("@Name", friendlyName), ("@Xml", element.ToString(SaveOptions.DisableFormatting)) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
