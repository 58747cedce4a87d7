using System.CommandLine;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Cli;

/// <summary><c>customer-links rotate [--at-once]</c></summary>
internal static class CustomerLinksCommand
{
    public static Command Create()
    {
        var atOnce = new Option<bool>("--at-once") { Description = Texts.Cli_LinksAtOnce };
        var rotate = new Command("rotate", Texts.Cli_LinksRotate) { atOnce };
        rotate.SetAction((parsed, cancellationToken) => RotateAsync(parsed.GetValue(atOnce), cancellationToken));
        return new Command("customer-links", Texts.Cli_Links) { rotate };
    }

    private static async Task<int> RotateAsync(bool atOnce, CancellationToken cancellationToken)
    {
        await using var app = await CommandServices.Find(mayBeOlder: false, cancellationToken);
        await app.Services.GetRequiredService<CustomerLinks>().Rotate(atOnce, cancellationToken);
        await Console.Out.WriteLineAsync(atOnce ? Texts.CustomerLinks_Ended : Texts.CustomerLinks_Rotated);
        return CommandLine.Success;
    }
}
