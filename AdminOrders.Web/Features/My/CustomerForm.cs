using System.Security.Cryptography;
using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace AdminOrders.Web.Features.My;

/// <summary>
/// Proves that a form was made by a page of ours for this very link. It needs no cookie, for which mail programs' own browsers are a bad place, and
/// holds as long as the link: a page that was left open for days can still be sent. Servers of one store know each other's.
/// </summary>
internal sealed class CustomerForm(IDataProtectionProvider protection)
{
    /// <summary>The field's name in the form.</summary>
    public const string Field = "form";

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("AdminOrders.CustomerForm").ToTimeLimitedDataProtector();

    public string ProofFor(string token) => protector.Protect(token, CustomerLinks.GoodFor);

    public bool IsProof(string? sent, string token)
    {
        if (string.IsNullOrEmpty(sent))
        {
            return false;
        }

        try
        {
            return protector.Unprotect(sent) == token;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
