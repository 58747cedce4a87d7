using System.CommandLine;
using System.Text.Json;
using AdminOrders.Core.Text;
using AdminOrders.Web.Cli.Simulation;

namespace AdminOrders.Web.Cli;

/// <summary><c>channels simulate amazon --scenario FILE [--urls ADDRESS]</c>, <c>channels secret amazon</c></summary>
internal static class ChannelsCommand
{
    private const string UsualAddress = "http://127.0.0.1:5090";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static Command Create() => new("channels", Texts.Cli_Channels) { new Command("simulate", Texts.Cli_Simulate) { Amazon() }, ChannelSecretCommand.Create() };

    private static Command Amazon()
    {
        var scenario = new Option<FileInfo>("--scenario") { Description = Texts.Cli_SimulateScenario, Required = true };
        scenario.AcceptExistingOnly();
        var urls = new Option<string>("--urls") { Description = Texts.Cli_SimulateUrls, DefaultValueFactory = _ => UsualAddress };
        urls.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !IsAddress(token.Value))
            {
                result.AddError(Texts.Cli_SimulateUrlsWrong);
            }
        });
        var command = new Command("amazon", Texts.Cli_SimulateAmazon) { scenario, urls };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetRequiredValue(scenario), parsed.GetRequiredValue(urls), cancellationToken));
        return command;
    }

    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && address.PathAndQuery == "/";

    private static async Task<int> Run(FileInfo file, string url, CancellationToken cancellationToken)
    {
        AmazonScenario scenario;
        try
        {
            scenario = AmazonScenario.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
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
