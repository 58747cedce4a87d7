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

    /// <summary>Orders of which the external seller was told.</summary>
    public int SellersDone { get; init; }

    /// <summary>Those of which it has still to be told, or that it has not decided.</summary>
    public int SellersOwed { get; init; }
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

    /// <summary>Reads the whole store.</summary>
    public static async Task<Found> Judge(
        TrialStore store, IReadOnlyCollection<PlayedOrder> orders, string mailFolder, CrashOutside? outside = null, CancellationToken cancellationToken = default)
    {
        var judge = new CrashJudge(store, mailFolder);
        await judge.JudgeRecord(orders, outside?.Seller, cancellationToken);
        await judge.JudgeMails(cancellationToken);
        FoundTold? money = null;
        FoundTold? amazon = null;
        FoundTold? seller = null;
        if (outside is not null)
        {
            money = await MoneyJudge.Judge(store, orders, outside.Provider, cancellationToken);
            amazon = await AmazonJudge.Judge(store, outside.Amazon, outside.Notifications, cancellationToken);
            seller = await SellerJudge.Judge(store, outside.Seller, cancellationToken);
            judge.faults.AddRange([.. money.Faults, .. amazon.Faults, .. seller.Faults]);
        }

        var report = await store.Services.GetRequiredService<StoreVerification>().Run(cancellationToken: cancellationToken);
        judge.faults.AddRange(report.Broken.Select(broken => $"{Invariants.CodeOf(broken.Invariant)}: {broken.Rows} rows, first {broken.First}"));
        return new(judge.done, judge.lost, judge.doubled, judge.mailsDone, judge.mailsOwed, judge.faults)
        {
            PaymentsDone = money?.Done ?? 0,
            PaymentsOwed = money?.Owed ?? 0,
            ChannelsDone = amazon?.Done ?? 0,
            ChannelsOwed = amazon?.Owed ?? 0,
            SellersDone = seller?.Done ?? 0,
            SellersOwed = seller?.Owed ?? 0,
        };
    }

    private async Task JudgeRecord(IReadOnlyCollection<PlayedOrder> orders, CrashSeller? seller, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var beside = Step.KindsBeside.ToArray();
        var rows = await db.History.AsNoTracking().Where(row => !beside.Contains(row.Kind))
            .Join(db.Orders, row => row.OrderKey, order => order.Key, (row, order) => new { order.OrderId, row.Number, row.HistoryId, row.Kind })
            .OrderBy(row => row.OrderId).ThenBy(row => row.Number).ToListAsync(cancellationToken);
        var byOrder = rows.ToLookup(row => row.OrderId, row => new Row(row.HistoryId, row.Kind), StringComparer.Ordinal);
        foreach (var order in orders)
        {
            JudgeOrder(order, WithoutSellersAnswer(order, [.. byOrder[order.OrderId]], seller));
        }
    }

    // What a seller was asked and confirmed nobody sent: one row, behind all that the script has.
    private static List<Row> WithoutSellersAnswer(PlayedOrder order, List<Row> rows, CrashSeller? seller)
    {
        var isAnswered = order.Script.AsksSeller && rows.Count == order.Script.Steps.Length + 1 && rows[^1].Kind == "order-canceled"
            && seller?.Memory.Asked.ContainsKey(order.OrderId) is true;
        return isAnswered ? rows[..^1] : rows;
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
        // What a seller confirms meanwhile owes mails of its own: those that were there before are looked for, and those that are done are there after.
        var before = Mails();
        await using var db = store.Read();
        var rows = await db.Deliveries.AsNoTracking().Where(row => row.Consumer == Consumers.MailStore || row.Consumer == Consumers.MailCustomer)
            .Select(row => new { row.HistoryId, row.Consumer, row.State }).ToListAsync(cancellationToken);
        var files = Mails();
        mailsOwed = rows.Count(row => row.State is DeliveryState.Owed);
        mailsDone = rows.Count(row => row.State is DeliveryState.Done);
        var owed = rows.Select(row => $"{row.HistoryId}.{row.Consumer}").ToHashSet(StringComparer.Ordinal);
        faults.AddRange(rows.Where(row => row.State is DeliveryState.Done && !files.Contains($"{row.HistoryId}.{row.Consumer}"))
            .Select(row => $"the mail {row.HistoryId}.{row.Consumer} is done and not there"));
        faults.AddRange(rows.Where(row => row.State is DeliveryState.Failed).Select(row => $"the mail {row.HistoryId}.{row.Consumer} failed"));
        faults.AddRange(before.Where(file => !owed.Contains(file)).Select(file => $"nobody was owed the mail {file}"));
    }

    private HashSet<string> Mails() => Directory.Exists(mailFolder)
        ? Directory.EnumerateFiles(mailFolder, "*.eml").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.Ordinal)
        : [];

    private sealed record Row(string HistoryId, string Kind);
}
