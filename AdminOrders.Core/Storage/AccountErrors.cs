using System.Globalization;
using AdminOrders.Core.Text;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Why an account cannot be made, in the words of the current UI culture. The sign-in name is the address, so that what is wrong
/// with one is said in the same words of the other.
/// </summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), Texts.AccountError_PasswordTooShort, length);

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), Texts.AccountError_InvalidEmail, email ?? "");

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), Texts.AccountError_DuplicateEmail, email);

    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    internal static IdentityError RoleUnknown(string role) => Say(nameof(RoleUnknown), Texts.AccountError_RoleUnknown, role);

    internal static IdentityError NameInvalid(int longest) => Say(nameof(NameInvalid), Texts.AccountError_NameInvalid, longest);

    private static IdentityError Say(string code, string text, object value) =>
        new() { Code = code, Description = string.Format(CultureInfo.CurrentCulture, text, value) };
}
