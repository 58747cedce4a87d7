using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>Everybody at once: programs over HTTP, people and channels by the workflow. Whatever comes of it, the store's promises hold.</summary>
public sealed class RandomCallsTests
{
    private const int Orders = 8;
    private const int Callers = 6;
    private const int Steps = 60;

    [Theory]
    [EveryEngine(1)]
    [EveryEngine(2)]
    public async Task Random_calls_and_commands_in_parallel_keep_the_invariants(Engine engine, int seed)
    {
        var commands = new RandomCommands(seed);
        await using var store = await ServedStore.Open(engine);
        for (var number = 0; number < Orders; number++)
        {
            await store.ImportOf(ServedStore.Affiliate, commands.NewOrder(IdOf(number)));
        }

        var clients = new[] { await store.Erp(SecondCall.Immediately), await store.Erp(), await store.Marketplace() };
        await Task.WhenAll(
            [.. Enumerable.Range(0, Callers).Select(caller => Call(store, clients[caller % clients.Length], new Random((seed * 100) + caller))), Send(store, commands)]);

        Array.ForEach(clients, client => client.Dispose());
        await store.AssertIntact();
    }

    private static async Task Send(ServedStore store, RandomCommands commands)
    {
        for (var step = 0; step < Steps; step++)
        {
            var orderId = IdOf(commands.Random.Next(Orders));
            var (command, actor) = commands.Next(await store.Facts(orderId));
            await store.Workflow.Send(new(orderId, command, actor));
            store.Clock.Advance(commands.Pause());
        }
    }

    private static async Task Call(ServedStore store, HttpClient client, Random random)
    {
        for (var step = 0; step < Steps; step++)
        {
            var orderId = IdOf(random.Next(Orders));
            var facts = await store.Facts(orderId);
            var (operation, body) = Some(facts, random);
            var told = await client.Post(operation, body, Key(random), random.Next(6) == 0 ? $"\"{facts.Version}\"" : null, orderId);
            Assert.True((int)told.Status < 500, $"{operation}: {told.Status} {told.Text}");
            Assert.True(told.Status is not HttpStatusCode.OK || told.OrderStatus is not null, operation);
        }
    }

    private static (string Operation, object? Body) Some(OrderFacts facts, Random random) => random.Next(10) switch
    {
        0 or 1 or 2 => ("cancel", random.Next(2) == 0 ? null : new { reason = "why", requestedByUser = random.Next(2) == 0 }),
        3 => ("confirm-cancellation", new { cancellationRequestId = RequestOf(facts) }),
        4 => ("deny-cancellation-request", new { cancellationRequestId = RequestOf(facts), denyReason = "no" }),
        5 => ("withdraw-cancellation-request", new { cancellationRequestId = RequestOf(facts) }),
        6 => ("start-handling", null),
        7 => ("invoice", new { type = random.Next(3) == 0 ? "Input" : "Output", issuanceDate = "2026-03-02", invoiceNumber = $"A-{random.Next(9)}", invoiceValue = random.Next(2) == 0 ? 2_000 : Math.Max(1, facts.Value - facts.InvoicedValue), items = Array.Empty<object>() }),
        8 => ("changes", new { requestId = $"{random.Next(20)}", reason = "gone", itemsRemoved = new[] { new { id = "sku-1", quantity = 1 } } }),
        _ => ("interactions", new { source = "ERP", message = "seen" }),
    };

    // A few keys for all, so that they meet.
    private static string? Key(Random random) => random.Next(3) == 0 ? $"key-{random.Next(12)}" : null;

    private static string RequestOf(OrderFacts facts) => facts.Requests.IsEmpty ? new string('0', 32) : facts.Requests[0].Id;

    private static string IdOf(int number) => $"100000000000{number}-01";
}
