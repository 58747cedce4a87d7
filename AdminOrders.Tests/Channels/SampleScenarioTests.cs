using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Trials;
using AdminOrders.Trials.Crashes;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Channels;

/// <summary>A server and the command that plays Amazon, each a process of its own, as somebody who reads the docs starts them.</summary>
public sealed class SampleScenarioTests
{
    private const string Canceled = "AMZ-701-1000001-0000003";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task A_scenario_of_the_docs_is_played_by_the_command_and_followed_by_a_server()
    {
        await using var places = new CrashPlaces(Engine.Sqlite);
        var (site, amazon) = (await places.Next(1), SampleAmazonProcess.FreeAddress());
        await using var store = new TrialStore(site.Store);
        var secret = await store.Services.GetRequiredService<ChannelSecrets>().Make(ChannelNames.Amazon);
        await using var server = await ServerProcess.Start(
            CrashPlaces.Server, site.Store,
            [new("Mail__Folder", site.MailFolder), new("Sample__Fill", "false"), new("Outside__Allowed", amazon.GetLeftPart(UriPartial.Authority)), .. SampleAmazonProcess.SettingsOf(amazon)]);

        await using var sample = SampleAmazonProcess.Start(
            Path.Combine(Repository.Root, "docs", "scenarios", "amazon-day.json"), amazon, new(server.Address, "/api/channels/amazon/notifications"), secret);
        await Until(store, "AMZ-701-1000001-0000001", Status.Invoiced);
        await Until(store, "AMZ-701-1000001-0000002", Status.CancellationRequested);
        await Until(async () => (await store.Workflow.Facts(Canceled))?.Status == Status.Canceled || await IsRemembered(store, Canceled));
        await Until(store, "AMZ-701-1000001-0000004", Status.ReadyForHandling);
        Assert.Contains("answer 200", sample.Said, StringComparison.Ordinal);

        // What the buyer asked for is confirmed here: Amazon hears of it, and has done it when that counts as told.
        var asked = (await store.Workflow.Facts("AMZ-701-1000001-0000002"))!.Requests.Single();
        var confirmed = await store.Workflow.Send(new("AMZ-701-1000001-0000002", new ConfirmCancellation(asked.Id), People.Ana));
        Assert.IsType<Accepted>(confirmed.Decision);
        await Until(async () =>
        {
            await using var db = store.Read();
            return await db.Deliveries.AnyAsync(owed => owed.Consumer == Consumers.Channel && owed.State == DeliveryState.Done);
        });
        Assert.Empty((await store.Services.GetRequiredService<StoreVerification>().Run()).Broken);
    }

    // A slow machine may meet the cancellation before the order.
    private static async Task<bool> IsRemembered(TrialStore store, string orderId)
    {
        await using var db = store.Read();
        return await db.ChannelOrders.AnyAsync(order => order.OrderId == orderId && order.CanceledAt != null);
    }

    private static Task Until(TrialStore store, string orderId, string status) => Until(async () => (await store.Workflow.Facts(orderId))?.Status == status);

    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }
}
