using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Trials.Crashes;

/// <summary>What was found in a store after a crash.</summary>
/// <param name="Done">By order: the history row of the step that was not answered and was done all the same.</param>
/// <param name="Lost">Steps that were answered and are not on record.</param>
/// <param name="Doubled">Rows that no step stands for: something was done twice.</param>
/// <param name="Faults">Everything that must not be, in words; none: all is well.</param>
internal sealed record Found(
    IReadOnlyDictionary<string, string> Done, int Lost, int Doubled, int MailsDone, int MailsOwed, IReadOnlyList<string> Faults)
{
    /// <summary>Debts on payments that the provider settled.</summary>
    public int PaymentsDone { get; init; }

    /// <summary>Those that are still open.</summary>
    public int PaymentsOwed { get; init; }

    /// <summary>Cancellations that Amazon was told of.</summary>
    public int ChannelsDone { get; init; }

    /// <summary>Those that it has still to be told of.</summary>
    public int ChannelsOwed { get; init; }
}

/// <summary>Compares a store with what its server had answered, and what is owed with what has gone out.</summary>
internal sealed class CrashJudge(TrialStore store, string mailFolder)
{
    private readonly Dictionary<string, string> done = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];
    private int lost;
    private int doubled;
    private int mailsDone;
    private int mailsOwed;
    private int paymentsDone;
    private int paymentsOwed;

    /// <summary>Reads the whole store.</summary>
    public static async Task<Found> Judge(
        TrialStore store, IReadOnlyCollection<PlayedOrder> orders, string mailFolder, CrashOutside? outside = null, CancellationToken cancellationToken = default)
    {
        var judge = new CrashJudge(store, mailFolder);
        await judge.JudgeRecord(orders, cancellationToken);
        await judge.JudgeMails(cancellationToken);
        FoundThere? there = null;
        if (outside is not null)
        {
            await judge.JudgePayments(outside.Provider, cancellationToken);
            there = await AmazonJudge.Judge(store, outside.Amazon, outside.Notifications, cancellationToken);
            judge.faults.AddRange(there.Faults);
        }

        var report = await store.Services.GetRequiredService<StoreVerification>().Run(cancellationToken: cancellationToken);
        judge.faults.AddRange(report.Broken.Select(broken => $"{Invariants.CodeOf(broken.Invariant)}: {broken.Rows} rows, first {broken.First}"));
        return new(judge.done, judge.lost, judge.doubled, judge.mailsDone, judge.mailsOwed, judge.faults)
        {
            PaymentsDone = judge.paymentsDone,
            PaymentsOwed = judge.paymentsOwed,
            ChannelsDone = there?.Done ?? 0,
            ChannelsOwed = there?.Owed ?? 0,
        };
    }

    private async Task JudgeRecord(IReadOnlyCollection<PlayedOrder> orders, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var beside = Step.KindsBeside.ToArray();
        var rows = await db.History.AsNoTracking().Where(row => !beside.Contains(row.Kind))
            .Join(db.Orders, row => row.OrderKey, order => order.Key, (row, order) => new { order.OrderId, row.Number, row.HistoryId, row.Kind })
            .OrderBy(row => row.OrderId).ThenBy(row => row.Number).ToListAsync(cancellationToken);
        var byOrder = rows.ToLookup(row => row.OrderId, row => new Row(row.HistoryId, row.Kind), StringComparer.Ordinal);
        foreach (var order in orders)
        {
            JudgeOrder(order, [.. byOrder[order.OrderId]]);
        }
    }

    // The record is what was answered, in that order, and at most the one step more that was not answered.
    private void JudgeOrder(PlayedOrder order, IReadOnlyList<Row> rows)
    {
        var known = order.Receipts.TakeWhile((receipt, at) => at < rows.Count && rows[at].HistoryId == receipt).Count();
        if (known < order.Receipts.Count)
        {
            lost += order.Receipts.Count - known;
            faults.Add($"{order.OrderId}: answered {string.Join(", ", order.Receipts)}; on record {string.Join(", ", rows)}");
            return;
        }

        var more = rows.Skip(known).ToList();
        if (more.Count == 1 && more[0].Kind == order.Unanswered?.Kind)
        {
            done[order.OrderId] = more[0].HistoryId;
        }
        else if (more.Count > 0)
        {
            doubled += more.Count;
            faults.Add($"{order.OrderId}: nobody asked for {string.Join(", ", more)}");
        }
    }

    // A mail that is done is there; a mail that is there was owed; a mail that is still owed may be there already.
    private async Task JudgeMails(CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var rows = await db.Deliveries.AsNoTracking().Where(row => row.Consumer == Consumers.MailStore || row.Consumer == Consumers.MailCustomer)
            .Select(row => new { row.HistoryId, row.Consumer, row.State }).ToListAsync(cancellationToken);
        var files = Directory.Exists(mailFolder)
            ? Directory.EnumerateFiles(mailFolder, "*.eml").Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal)
            : [];
        mailsOwed = rows.Count(row => row.State is DeliveryState.Owed);
        mailsDone = rows.Count(row => row.State is DeliveryState.Done);
        var owed = rows.Select(row => $"{row.HistoryId}.{row.Consumer}").ToHashSet(StringComparer.Ordinal);
        faults.AddRange(rows.Where(row => row.State is DeliveryState.Done && !files.Contains($"{row.HistoryId}.{row.Consumer}"))
            .Select(row => $"the mail {row.HistoryId}.{row.Consumer} is done and not there"));
        faults.AddRange(rows.Where(row => row.State is DeliveryState.Failed).Select(row => $"the mail {row.HistoryId}.{row.Consumer} failed"));
        faults.AddRange(files.Where(file => !owed.Contains(file!)).Select(file => $"nobody was owed the mail {file}"));
    }

    // What is settled was asked for, and what was asked for was owed; each debt has an id of its own, so nothing is done twice.
    private async Task JudgePayments(CrashProvider provider, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var asked = provider.Asked.Keys.ToList();
        var rows = await db.Deliveries.AsNoTracking().Where(row => row.Consumer == Consumers.Payment)
            .Select(row => new { row.HistoryId, row.State }).ToListAsync(cancellationToken);
        var states = rows.ToDictionary(row => EffectId.Of(row.HistoryId, Consumers.Payment), row => row.State, StringComparer.Ordinal);
        paymentsDone = rows.Count(row => row.State is DeliveryState.Done);
        paymentsOwed = rows.Count(row => row.State is DeliveryState.Owed);
        faults.AddRange(provider.Faults);
        faults.AddRange(asked.Where(id => !states.ContainsKey(id)).Select(id => $"nobody owed what the provider was asked under {id}"));
        faults.AddRange(states.Where(row => row.Value is DeliveryState.Done && !provider.Asked.ContainsKey(row.Key)).Select(row => $"{row.Key} is settled, and the provider was never asked"));
        faults.AddRange(states.Where(row => row.Value is DeliveryState.Failed).Select(row => $"{row.Key} was given up"));
    }

    private sealed record Row(string HistoryId, string Kind);
}
