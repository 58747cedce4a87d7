using System.CommandLine;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary><c>channels secret amazon</c></summary>
internal static class ChannelSecretCommand
{
    public static Command Create()
    {
        var channel = new Argument<string>("channel") { Description = Texts.Cli_ChannelName };
        channel.AcceptOnlyFromAmong(ChannelNames.Amazon);
        var secret = new Command("secret", Texts.Cli_ChannelSecret) { channel };
        secret.SetAction((parsed, cancellationToken) => MakeAsync(parsed.GetRequiredValue(channel), cancellationToken));
        return secret;
    }

    private static async Task<int> MakeAsync(string channel, CancellationToken cancellationToken)
    {
        await using var app = await CommandServices.Find(mayBeOlder: false, cancellationToken);
        var secret = await app.Services.GetRequiredService<ChannelSecrets>().Make(channel, cancellationToken: cancellationToken);
        await Console.Out.WriteLineAsync(secret);
        return await CommandLine.Say(CommandLine.Success, Texts.Cli_ChannelSecretMade);
    }
}
