using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Trials.Races;

/// <summary>What became of a race.</summary>
/// <param name="Rounds">By the name of every outcome that the rules allow: how often it came.</param>
/// <param name="Faults">What must not be, with the round; none: all is well.</param>
internal sealed record Verdict(Pair Pair, IReadOnlyDictionary<string, int> Rounds, IReadOnlyList<string> Faults)
{
    /// <summary>The least of all outcomes' shares, 0 to 1.</summary>
    public double LeastShare => Rounds.Values.Min() / (double)Math.Max(1, Rounds.Values.Sum());
}

/// <summary>Compares what the parties were told with what is on record and with what the rules allow.</summary>
internal sealed class RaceJudge(Pair pair)
{
    private static readonly string[] WhatFollows = ["stock-released", "money-owed", "captures-counted"];
    private readonly Dictionary<string, int> rounds = pair.Outcomes.ToDictionary(outcome => outcome.Name, _ => 0, StringComparer.Ordinal);
    private readonly List<string> faults = [];

    /// <summary>Reads the race's orders and judges each round.</summary>
    public static async Task<Verdict> Judge(RunRace run, OrdersDb db, CancellationToken cancellationToken)
    {
        var race = run.Race;
        var prefix = race.Prefix + "-";
        var orders = await db.Orders.AsNoTracking().Where(order => order.OrderId.StartsWith(prefix)).ToListAsync(cancellationToken);
        var history = await db.History.AsNoTracking()
            .Where(row => db.Orders.Any(order => order.Key == row.OrderKey && order.OrderId.StartsWith(prefix)))
            .OrderBy(row => row.OrderKey).ThenBy(row => row.Number).ToListAsync(cancellationToken);
        var judge = new RaceJudge(race.Pair);
        var (byId, byOrder) = (orders.ToDictionary(order => order.OrderId, StringComparer.Ordinal), history.ToLookup(row => row.OrderKey));
        for (var round = 0; round < race.Rounds; round++)
        {
            var order = byId[race.Meeting(round).OrderId];
            judge.JudgeRound(order, [.. byOrder[order.Key]], run.One[round], run.Other[round]);
        }

        return new(race.Pair, judge.rounds, judge.faults);
    }

    /// <summary>One round: exactly one allowed outcome, and everybody told what belongs to it.</summary>
    private void JudgeRound(OrderRow order, IReadOnlyList<HistoryRow> history, Told one, Told other)
    {
        var happened = history.Skip(1).Select(row => $"{row.ActorId} {row.Kind}").ToArray();
        var outcome = pair.Outcomes.FirstOrDefault(allowed => allowed.History.SequenceEqual(happened, StringComparer.Ordinal));
        if (outcome is null || outcome.Status != order.Status)
        {
            Fault(order, $"ended {order.Status} by {string.Join(", ", happened)}; told {one.Reply} and {other.Reply}");
            return;
        }

        rounds[outcome.Name]++;
        CheckRecord(order, history);
        CheckTold(order, history, pair.One, one, outcome.One);
        CheckTold(order, history, pair.Other, other, outcome.Other);
        if (Math.Max(one.Version, other.Version) != order.Version)
        {
            Fault(order, $"is at version {order.Version}; told {one.Version} and {other.Version}");
        }
    }

    private void CheckRecord(OrderRow order, IReadOnlyList<HistoryRow> history)
    {
        if (HistoryHash.FirstBroken(order.OrderId, history) is { } broken)
        {
            Fault(order, $"row {broken} of the history does not follow from those before");
        }

        if (order.HistoryCount != history.Count || order.Status != history[^1].Status)
        {
            Fault(order, $"says {order.HistoryCount} rows and {order.Status}; the history says {history.Count} and {history[^1].Status}");
        }
    }

    private void CheckTold(OrderRow order, IReadOnlyList<HistoryRow> history, Party party, Told told, string expected)
    {
        if (told.Reply != expected)
        {
            Fault(order, $"told {party.Actor.Id} \"{told.Reply}\" instead of \"{expected}\"");
        }
        else if (told.Reply == "accepted")
        {
            CheckReceipt(order, history, told, row => row.ActorId == party.Actor.Id);
        }
        else
        {
            CheckLoser(order, history, told);
        }
    }

    // Who changed nothing is told the status, who did what and when, and either the winner's receipt or a way out.
    private void CheckLoser(OrderRow order, IReadOnlyList<HistoryRow> history, Told told)
    {
        if (told.Reply.StartsWith("unchanged", StringComparison.Ordinal) && told.Reply != "unchanged nothing-new")
        {
            CheckReceipt(order, history, told, row => row.Kind is "order-canceled" or "cancellation-requested");
        }

        if (told.Reply.StartsWith("refused", StringComparison.Ordinal) && (told.WaysOut.IsEmpty || told.Receipt is not null))
        {
            Fault(order, $"was refused without a way out, or with a receipt: {told}");
        }

        if (!IsOnRecord(told, history))
        {
            Fault(order, $"told as the last change: {told.LastChange}, status {told.Status}");
        }
    }

    private void CheckReceipt(OrderRow order, IReadOnlyList<HistoryRow> history, Told told, Func<HistoryRow, bool> isIts)
    {
        var row = history.Skip(1).FirstOrDefault(isIts);
        if (row is null || told.Receipt != new EarlierAnswer(row.HistoryId, new(row.At, TimeSpan.Zero)))
        {
            Fault(order, $"gave the receipt {told.Receipt} instead of {row?.HistoryId}");
        }
    }

    // The order may have moved on since; then what was told is an earlier row.
    private static bool IsOnRecord(Told told, IReadOnlyList<HistoryRow> history) => history.Any(row =>
        !WhatFollows.Contains(row.Kind, StringComparer.Ordinal)
        && row.Status == told.Status
        && told.LastChange == new LastChange(row.Kind, row.ActorSide, row.ActorName, new(row.At, TimeSpan.Zero), row.Status));

    private void Fault(OrderRow order, string what) => faults.Add($"{order.OrderId} {what}");
}
