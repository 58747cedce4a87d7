using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary><c>keys create --name … --role … [--side …] [--affiliate …] [--json]</c>, <c>keys list</c>, <c>keys rotate</c>, <c>keys revoke</c></summary>
internal static class KeysCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly Option<bool> AsJson = new("--json") { Description = Texts.Cli_KeyJson };

    public static Command Create() => new("keys", Texts.Cli_Keys) { Making(), Listing(), Rotating(), Revoking() };

    private static Command Making()
    {
        var name = new Option<string>("--name") { Description = Texts.Cli_KeyName, Required = true };
        var roles = new Option<string[]>("--role") { Description = Texts.Cli_KeyRole, Required = true };
        var side = new Option<string>("--side") { Description = Texts.Cli_KeySide, DefaultValueFactory = _ => "store" };
        side.AcceptOnlyFromAmong("store", "marketplace", "seller");
        var affiliate = new Option<string?>("--affiliate") { Description = Texts.Cli_KeyAffiliate };
        var seller = new Option<string?>("--seller") { Description = Texts.Cli_KeySeller };
        var secondCall = new Option<string>("--second-call") { Description = Texts.Cli_KeySecondCall, DefaultValueFactory = _ => "10" };
        var command = new Command("create", Texts.Cli_KeyCreate) { name, roles, side, affiliate, seller, secondCall, AsJson };
        command.SetAction((parsed, cancellationToken) =>
        {
            var wantedSide = Enum.Parse<Side>(parsed.GetRequiredValue(side), ignoreCase: true);
            var party = wantedSide is Side.Seller ? parsed.GetValue(seller) : parsed.GetValue(affiliate);
            return SecondCallOf(parsed.GetRequiredValue(secondCall)) is { } waits
                ? MakeAsync(new(parsed.GetRequiredValue(name), [.. parsed.GetRequiredValue(roles)], wantedSide, party, waits), parsed.GetValue(AsJson), cancellationToken)
                : CommandLine.Say(CommandLine.WrongUsage, CommandLine.Format(Texts.Cli_KeyOutOfRange, secondCall.Name));
        });
        return command;
    }

    private static Command Listing()
    {
        var command = new Command("list", Texts.Cli_KeyList) { AsJson };
        command.SetAction((parsed, cancellationToken) => WithKeysAsync(keys => ListAsync(keys, parsed.GetValue(AsJson), cancellationToken), cancellationToken));
        return command;
    }

    private static Command Rotating()
    {
        var id = new Argument<string>("app-key") { Description = Texts.Cli_KeyId };
        var overlap = new Option<int>("--overlap-hours") { Description = Texts.Cli_KeyOverlap, DefaultValueFactory = _ => 24 };
        var command = new Command("rotate", Texts.Cli_KeyRotate) { id, overlap, AsJson };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (key, time) = (parsed.GetRequiredValue(id), TimeSpan.FromHours(parsed.GetValue(overlap)));
            return time < TimeSpan.Zero || time > AppKeys.LongestOverlap
                ? CommandLine.Say(CommandLine.WrongUsage, CommandLine.Format(Texts.Cli_KeyOutOfRange, overlap.Name))
                : WithKeysAsync(async keys => await ShowAsync(await keys.Rotate(key, time, cancellationToken: cancellationToken), key, parsed.GetValue(AsJson)), cancellationToken);
        });
        return command;
    }

    private static Command Revoking()
    {
        var id = new Argument<string>("app-key") { Description = Texts.Cli_KeyId };
        var command = new Command("revoke", Texts.Cli_KeyRevoke) { id };
        command.SetAction((parsed, cancellationToken) => WithKeysAsync(
            async keys =>
            {
                var key = parsed.GetRequiredValue(id);
                if (!await keys.Revoke(key, cancellationToken: cancellationToken))
                {
                    return await CommandLine.Say(CommandLine.Failure, CommandLine.Format(Texts.Cli_KeyNotInForce, key));
                }

                await Console.Out.WriteLineAsync(CommandLine.Format(Texts.Cli_KeyRevoked, key));
                return CommandLine.Success;
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> MakeAsync(NewAppKey wanted, bool asJson, CancellationToken cancellationToken)
    {
        await using var app = await CommandServices.Open(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountSetup>().CreateRolesAsync();
        var answer = await app.Services.GetRequiredService<AppKeys>().Make(wanted, cancellationToken);
        return answer.Problem is { } problem
            ? await CommandLine.Say(CommandLine.Failure, AppKeyWords.Of(problem))
            : await ShowAsync(answer.Issued, wanted.Name, asJson);
    }

    private static async Task<int> ListAsync(AppKeys keys, bool asJson, CancellationToken cancellationToken)
    {
        var all = await keys.List(cancellationToken);
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(all.Select(Listed.Of), Json));
            return CommandLine.Success;
        }

        foreach (var key in all)
        {
            var state = key.RevokedAt is null ? Texts.AppKeys_InForce : Texts.AppKeys_Revoked;
            await Console.Out.WriteLineAsync($"{key.Id}  {state}  {key.Name}  {AppKeyWords.Of(key.Side)}{(key.Party is null ? "" : " " + key.Party)}  {string.Join(", ", key.Roles)}");
        }

        return CommandLine.Success;
    }

    private static async Task<int> ShowAsync(IssuedToken? issued, string id, bool asJson)
    {
        if (issued is null)
        {
            return await CommandLine.Say(CommandLine.Failure, CommandLine.Format(Texts.Cli_KeyNotInForce, id));
        }

        await Console.Out.WriteLineAsync(asJson
            ? JsonSerializer.Serialize(issued, Json)
            : $"{CommandLine.Format(Texts.Cli_KeyShown, issued.AppKey)}{Environment.NewLine}{CommandLine.Format(Texts.Cli_KeyTokenShown, issued.AppToken)}");
        return CommandLine.Success;
    }

    // What is said of keys that are there is said of a store that is there: the path may be mistyped.
    private static async Task<int> WithKeysAsync(Func<AppKeys, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var app = await CommandServices.Find(mayBeOlder: false, cancellationToken);
        return await work(app.Services.GetRequiredService<AppKeys>());
    }

    private static SecondCall? SecondCallOf(string text) => text switch
    {
        "never" => SecondCall.Never,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => SecondCall.AfterSeconds(seconds),
        _ => null,
    };

    private sealed record Listed(
        string AppKey, string Name, IReadOnlyList<string> Roles, string Side, string? Party, int? SecondCallSeconds, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt)
    {
        public static Listed Of(AppKeyView key) =>
            new(key.Id, key.Name, key.Roles, key.Side.ToString(), key.Party, key.SecondCall.Seconds, key.CreatedAt, key.RevokedAt, key.LastUsedAt);
    }
}
