using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Account;

/// <summary>The accounts of the sample store, one for each role. Development only: everybody knows their password.</summary>
internal static class SampleAccounts
{
    public const string Owner = "owner@example.com";
    public const string Operator = "operator@example.com";
    public const string Support = "support@example.com";
    public const string Viewer = "viewer@example.com";

    /// <summary>The password of all of them.</summary>
    public const string Password = "sample-store-1";

    private static readonly (string Email, string Name, string Role)[] All =
    [
        (Owner, "Olivia Owner", PredefinedRoles.Owner),
        (Operator, "Otto Operator", PredefinedRoles.FullAccess),
        (Support, "Sara Support", PredefinedRoles.SupportAgent),
        (Viewer, "Vera Viewer", PredefinedRoles.ReadOnly),
    ];

    /// <summary>Creates them where nobody can sign in yet, and prints them as long as the first of them is there.</summary>
    public static async Task CreateAsync(AccountSetup setup, TextWriter output)
    {
        if (!await setup.HasUsersAsync(CancellationToken.None))
        {
            foreach (var (email, name, role) in All)
            {
                await setup.CreateUserAsync(email, name, Password, role);
            }
        }

        await PrintAsync(output);
    }

    private static async Task PrintAsync(TextWriter output)
    {
        await output.WriteLineAsync($"Sample accounts, all with the password {Password}");
        foreach (var (email, _, role) in All)
        {
            await output.WriteLineAsync($"  {email,-22} {role}");
        }
    }
}
