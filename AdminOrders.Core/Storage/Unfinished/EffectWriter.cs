using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Writes what a person did about an effect, what a provider answered to a debt, and that nobody waits for a seller's decision any more.</summary>
internal sealed class EffectWriter(StoreWrites writes)
{
    private const string Named = """WHERE "HistoryId" = @HistoryId AND "Consumer" = @Consumer AND "OrderKey" = @OrderKey""";

    private readonly SqlWrite retry = writes.Add(
        $"""UPDATE "Deliveries" SET "State" = 0, "NextAttemptAt" = @At, "AttemptsBefore" = "Attempts" {Named}""");

    private readonly SqlWrite answered = writes.Add(
        $"""UPDATE "Deliveries" SET "State" = @State, "NextAttemptAt" = NULL, "ClaimedUntil" = NULL, "LastAnswer" = @Words {Named}""");

    private readonly SqlWrite finish = writes.Add($"""UPDATE "Deliveries" SET "State" = 3, "NextAttemptAt" = NULL, "ClaimedUntil" = NULL {Named}""");

    // What a seller still thinks about.
    private readonly SqlWrite lookAgain = writes.Add(
        $"""
        UPDATE "Deliveries" SET "NextAttemptAt" = @At
        WHERE "OrderKey" = @OrderKey AND "Consumer" = '{Consumers.Seller}' AND "State" = 0 AND "ClaimedUntil" IS NULL AND "NextAttemptAt" > @At
        """);

    private readonly SqlWrite endAlert = writes.Add("""DELETE FROM "Alerts" WHERE "OrderKey" = @OrderKey AND "Kind" = @Kind""");

    public void Write(long orderKey, Happening happening)
    {
        if (happening.After.IsExternalSeller && happening.After.Requests.Length < happening.Before.Requests.Length)
        {
            lookAgain.Later(Ticks.Of(happening.At), orderKey);
        }

        switch (happening.Event)
        {
            case EffectRetried retried:
                var (historyId, consumer) = EffectId.Parts(retried.EffectId);
                retry.Later(Ticks.Of(happening.At), historyId, consumer, orderKey);
                break;
            case EffectDoneByHand seen when EffectId.AlertOf(seen.EffectId) is { } alert:
                endAlert.Later(orderKey, (int)alert);
                break;
            case EffectDoneByHand done:
                var (ofEvent, toWhom) = EffectId.Parts(done.EffectId);
                finish.Later(ofEvent, toWhom, orderKey);
                break;
            case PaymentAnswered told:
                var (ofDebt, provider) = EffectId.Parts(told.EffectId);
                answered.Later((int)(told is MoneyRefused ? DeliveryState.Failed : DeliveryState.Done), told.Words, ofDebt, provider, orderKey);
                break;
        }
    }
}
