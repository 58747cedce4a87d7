using System.Collections.Concurrent;
using System.Text.Json;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Simulation;

/// <summary>Whoever is written to: takes most mails at once and some only at a later attempt, and counts.</summary>
internal sealed class Mailbox : IDisposable
{
    private readonly TestStore store;
    private readonly EffectRunner runner;
    private readonly ConcurrentDictionary<string, int> taken = new(StringComparer.Ordinal);

    public Mailbox(TestStore store)
    {
        this.store = store;
        runner = store.Runner(new Connector(Consumers.MailStore, Take), new Connector(Consumers.MailCustomer, Take));
    }

    /// <summary>Brings what is due.</summary>
    public Task Bring() => runner.Settle();

    /// <summary>Fails unless each mail that the histories call for went out once, and no other did.</summary>
    public async Task AssertExactlyAsOwed()
    {
        await using var db = store.Read();
        var history = await db.History.AsNoTracking().ToListAsync();
        var called = history.SelectMany(CalledFor).Order(StringComparer.Ordinal).ToArray();

        Assert.NotEmpty(called);
        Assert.Equal(called, taken.Keys.Order(StringComparer.Ordinal));
        Assert.All(taken, mail => Assert.Equal(1, mail.Value));
    }

    public void Dispose() => runner.Dispose();

    // Every fifth is not taken at its first attempt.
    private Task<Outcome> Take(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Key % 5 == 0 && delivery.Attempt == 1)
        {
            return Task.FromResult(Outcome.TryAgain("421 come back"));
        }

        taken.AddOrUpdate(delivery.Id, 1, (_, times) => times + 1);
        return Task.FromResult(Outcome.Delivered);
    }

    // Said anew, from the history alone.
    private static IEnumerable<string> CalledFor(HistoryRow row)
    {
        using var payload = JsonDocument.Parse(row.Payload);
        var said = payload.RootElement;
        var (toStore, toCustomer) = row.Kind switch
        {
            "cancellation-requested" => (true, said.GetProperty("requestedBy").GetString() == "Customer"),
            "cancellation-declined" or "requests-declined-by-invoice" => (false, said.GetProperty("customerAsked").GetBoolean()),
            "order-canceled" => (true, true),
            _ => (false, false),
        };
        return [.. toStore ? [$"{row.HistoryId}.mail-store"] : Array.Empty<string>(), .. toCustomer ? [$"{row.HistoryId}.mail-customer"] : Array.Empty<string>()];
    }
}
