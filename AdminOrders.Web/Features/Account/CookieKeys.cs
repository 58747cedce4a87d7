using System.Xml.Linq;
using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
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

    private static IXmlRepository Repository(IServiceProvider provider)
    {
        var store = provider.GetRequiredService<StoreSource>();
        var named = provider.GetRequiredService<IConfiguration>()[FolderSetting];
        return store.IsShared && string.IsNullOrEmpty(named)
            ? new StoredCookieKeys(store)
            : new FileSystemXmlRepository(
                Make(string.IsNullOrEmpty(named) ? Path.Combine(store.Folder, "keys") : named), provider.GetRequiredService<ILoggerFactory>());
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
