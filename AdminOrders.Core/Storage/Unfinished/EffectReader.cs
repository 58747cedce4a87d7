using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Reads the effect that a command names, for the rules: in the writer's transaction, so that no runner claims it before the commit.</summary>
internal sealed class EffectReader(StoreReads reads)
{
    private static readonly SqlRead LastChange = new(
        """
        SELECT h."Kind", h."ActorSide", h."ActorName", h."At", h."Status" FROM "History" h
        WHERE h."OrderKey" = @OrderKey AND h."Kind" IN ('effect-retried', 'effect-done-by-hand', 'money-returned', 'payment-found-captured', 'money-captured', 'money-refused') AND h."Payload" LIKE @Named
        ORDER BY h."Number" DESC LIMIT 1
        """);

    private readonly SqlRead alert = new(
        $"""SELECT 1 FROM "Alerts" a WHERE a."OrderKey" = @OrderKey AND a."Kind" = @Kind{reads.KeepingRows("a")}""");

    private readonly SqlRead effect = new(
        $"""
        SELECT d."State", d."NextAttemptAt", d."ClaimedUntil", d."LastAnswer", h."Kind", h."KindVersion", h."Payload"
        FROM "Deliveries" d JOIN "History" h ON h."HistoryId" = d."HistoryId"
        WHERE d."HistoryId" = @HistoryId AND d."Consumer" = @Consumer AND d."OrderKey" = @OrderKey{reads.KeepingRows("d")}
        """);

    /// <summary>The effect as it stands at that instant; null: the order owes none of that name.</summary>
    public EffectFact? Of(long orderKey, string effectId, DateTimeOffset now)
    {
        if (EffectId.AlertOf(effectId) is { } kind)
        {
            return OfAlert(orderKey, effectId, kind);
        }

        var (historyId, consumer) = EffectId.Parts(effectId);
        EffectFact? found = null;
        reads.Ask(effect, [historyId, consumer, orderKey], rows =>
        {
            if (rows.Read())
            {
                var happened = EventJson.Read(new(rows.GetString(4), rows.GetInt32(5), rows.GetString(6)));
                found = new(effectId, State(rows, 0, now), consumer == Consumers.Payment ? happened as MoneyOwed : null);
            }
        });
        reads.Finish();
        return found is { Debt.Kind: DebtKind.Capture } ? found with { IsClaimed = LastChangeOf(orderKey, effectId)?.Kind != EventJson.KindOf(typeof(MoneyRefused)) } : found;
    }

    /// <summary>What a person last did about the effect; null: nobody did anything.</summary>
    public LastChange? LastChangeOf(long orderKey, string effectId)
    {
        LastChange? last = null;
        reads.Ask(LastChange, [orderKey, $"%\"{effectId}\"%"], rows => last = rows.Read() ? FactsRows.LastChange(rows) : null);
        reads.Finish();
        return last;
    }

    // Nobody tries an alert; one that is not there any more has been seen to, or never was.
    private EffectFact? OfAlert(long orderKey, string effectId, AlertKind kind)
    {
        var isOpen = false;
        reads.Ask(alert, [orderKey, (int)kind], rows => isOpen = rows.Read());
        reads.Finish();
        return isOpen ? new(effectId, EffectState.GivenUp) : LastChangeOf(orderKey, effectId) is null ? null : new(effectId, EffectState.DoneByHand);
    }

    /// <summary>What four columns from there on mean: state, next attempt, claim, last answer.</summary>
    public static EffectState State(DbDataReader row, int column, DateTimeOffset now) => (DeliveryState)row.GetInt32(column) switch
    {
        DeliveryState.Done => EffectState.Done,
        DeliveryState.DoneByHand => EffectState.DoneByHand,
        DeliveryState.Failed => EffectState.GivenUp,
        DeliveryState.Owed when IsLater(row, column + 2, now) => EffectState.UnderWay,
        DeliveryState.Owed => IsLater(row, column + 1, now) && !row.IsDBNull(column + 3) ? EffectState.Failing : EffectState.Waiting,
    };

    private static bool IsLater(DbDataReader row, int column, DateTimeOffset now) => row.LongOrNull(column) > Ticks.Of(now);
}
