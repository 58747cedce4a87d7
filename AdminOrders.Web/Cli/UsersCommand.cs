using System.CommandLine;
using System.Security.Cryptography;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary><c>users create --role … --email … [--name …] [--password-stdin]</c></summary>
internal static class UsersCommand
{
    // Without letters and digits that are taken for one another.
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 20;

    public static Command Create()
    {
        var role = new Option<string>("--role") { Description = Texts.Cli_UserRole, Required = true };
        var email = new Option<string>("--email") { Description = Texts.Cli_UserEmail, Required = true };
        var name = new Option<string?>("--name") { Description = Texts.Cli_UserName };
        var fromInput = new Option<bool>("--password-stdin") { Description = Texts.Cli_UserPassword };
        var create = new Command("create", Texts.Cli_UserCreate) { role, email, name, fromInput };
        create.SetAction((parsed, cancellationToken) => Run(
            new(parsed.GetRequiredValue(email), parsed.GetValue(name), parsed.GetRequiredValue(role), parsed.GetValue(fromInput)), cancellationToken));
        return new Command("users", Texts.Cli_Users) { create };
    }

    private static async Task<int> Run(NewUser user, CancellationToken cancellationToken)
    {
        var password = user.HasPassword ? await Console.In.ReadLineAsync(cancellationToken) ?? "" : RandomNumberGenerator.GetString(PasswordLetters, PasswordLength);
        await using var app = await CommandServices.Open(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var setup = scope.ServiceProvider.GetRequiredService<AccountSetup>();
        await setup.CreateRolesAsync();
        var created = await setup.CreateUserAsync(user.Email, user.Name ?? user.Email.Split('@')[0], password, user.Role);
        if (!created.Succeeded)
        {
            return await CommandLine.Say(CommandLine.Failure, string.Join(Environment.NewLine, created.Errors.Select(error => error.Description).Distinct(StringComparer.Ordinal)));
        }

        await Console.Out.WriteLineAsync(CommandLine.Format(Texts.Cli_UserCreated, user.Email, user.Role));
        if (!user.HasPassword)
        {
            await Console.Out.WriteLineAsync(CommandLine.Format(Texts.Cli_UserPasswordOnce, password));
        }

        return CommandLine.Success;
    }

    private sealed record NewUser(string Email, string? Name, string Role, bool HasPassword);
}
