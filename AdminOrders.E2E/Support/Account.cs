namespace AdminOrders.E2E.Support;

/// <summary>
/// Who signs in. The sample store's accounts, unless <c>ADMINORDERS_E2E_{ROLE}_EMAIL</c> and <c>…_PASSWORD</c> name others;
/// the operator's are <c>ADMINORDERS_E2E_EMAIL</c> and <c>ADMINORDERS_E2E_PASSWORD</c> too.
/// </summary>
/// <param name="Name">What colleagues read in the history.</param>
internal sealed record Account(string Email, string Password, string Name)
{
    private const string SamplePassword = "sample-store-1";

    /// <summary>May do everything.</summary>
    public static Account Owner => Of("OWNER", "owner@example.com", "Olivia Owner");

    /// <summary>Works on orders.</summary>
    public static Account Operator => Of("OPERATOR", "operator@example.com", "Otto Operator");

    /// <summary>Sees orders and cancels them.</summary>
    public static Account Support => Of("SUPPORT", "support@example.com", "Sara Support");

    /// <summary>Sees orders.</summary>
    public static Account Viewer => Of("VIEWER", "viewer@example.com", "Vera Viewer");

    private static Account Of(string role, string email, string name) => new(
        Settings.Read($"ADMINORDERS_E2E_{role}_EMAIL") ?? Settings.Read("ADMINORDERS_E2E_EMAIL") ?? email,
        Settings.Read($"ADMINORDERS_E2E_{role}_PASSWORD") ?? Settings.Read("ADMINORDERS_E2E_PASSWORD") ?? SamplePassword,
        Settings.Read($"ADMINORDERS_E2E_{role}_NAME") ?? name);
}
