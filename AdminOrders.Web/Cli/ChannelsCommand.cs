using System.CommandLine;
using System.Text.Json;
using AdminOrders.Core.Text;
using AdminOrders.Web.Cli.Simulation;

namespace AdminOrders.Web.Cli;

/// <summary><c>channels simulate amazon --scenario FILE [--urls ADDRESS] [--notify ADDRESS] [--secret SECRET]</c>, <c>channels secret amazon</c></summary>
internal static class ChannelsCommand
{
    private const string UsualAddress = "http://127.0.0.1:5090";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static Command Create() => new("channels", Texts.Cli_Channels) { new Command("simulate", Texts.Cli_Simulate) { Amazon() }, ChannelSecretCommand.Create() };

    private static Command Amazon()
    {
        var scenario = new Option<FileInfo>("--scenario") { Description = Texts.Cli_SimulateScenario, Required = true };
        scenario.AcceptExistingOnly();
        var urls = Address("--urls", Texts.Cli_SimulateUrls, IsAddress, Texts.Cli_SimulateUrlsWrong);
        urls.DefaultValueFactory = _ => UsualAddress;
        var notify = Address("--notify", Texts.Cli_SimulateNotify, IsHttp, Texts.Cli_SimulateNotifyWrong);
        var secret = new Option<string>("--secret") { Description = Texts.Cli_SimulateSecret };
        var command = new Command("amazon", Texts.Cli_SimulateAmazon) { scenario, urls, notify, secret };
        command.SetAction((parsed, cancellationToken) => Run(
            parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(urls), file => file.Notifying(parsed.GetValue(notify), parsed.GetValue(secret)), cancellationToken));
        return command;
    }

    private static Option<string> Address(string name, string description, Func<string, bool> isRight, string wrong)
    {
        var address = new Option<string>(name) { Description = description };
        address.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !isRight(token.Value))
            {
                result.AddError(wrong);
            }
        });
        return address;
    }

    private static bool IsHttp(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && address.PathAndQuery == "/";

    private static async Task<int> Run(FileInfo file, string url, Func<AmazonScenario, AmazonScenario> told, CancellationToken cancellationToken)
    {
        AmazonScenario scenario;
        try
        {
            scenario = told(AmazonScenario.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken)));
        }
        catch (JsonException wrong)
        {
            return await CommandLine.Say(CommandLine.Failure, CommandLine.Format(Texts.Cli_SimulateWrong, file.Name, wrong.Message));
        }

        await using var server = await SampleAmazonServer.Start(scenario, url, TimeProvider.System, cancellationToken);
        await Console.Out.WriteLineAsync(CommandLine.Format(Texts.Cli_SimulateListening, server.Address.GetLeftPart(UriPartial.Authority)));
        while (true)
        {
            foreach (var status in await server.SendDue(cancellationToken))
            {
                await Console.Out.WriteLineAsync(CommandLine.Format(Texts.Cli_SimulateNotified, status));
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }
}
