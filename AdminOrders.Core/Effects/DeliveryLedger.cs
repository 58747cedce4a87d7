using System.Data.Common;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Effects;

/// <summary>
/// The rows of what is owed. A claim moves the next attempt behind the end of the call's time: until then no process sees the row as due, and
/// after a crash it is due again by itself. The number of the attempt fences: whose claim ran out records nothing any more.
/// </summary>
internal sealed class DeliveryLedger(DbConnection connection) : IDisposable
{
    private const int LongestAnswer = 2000;

    // An earlier delivery of the order to the same consumer about the same thing goes first, and what is held back by one is not due before it.
    public const string DueSql =
        """
        SELECT d."Id", d."OrderKey", d."HistoryId", d."Attempts", d."AttemptsBefore", d."Subject" FROM "Deliveries" d
        WHERE d."State" = 0 AND d."Consumer" = @Consumer AND d."NextAttemptAt" <= @Now AND NOT EXISTS (
            SELECT 1 FROM "Deliveries" e
            WHERE e."OrderKey" = d."OrderKey" AND e."Consumer" = d."Consumer" AND e."Subject" = d."Subject" AND e."State" = 0 AND e."Id" < d."Id")
        ORDER BY d."NextAttemptAt", d."Id" LIMIT @Most
        """;

    private const string NextSql =
        """
        SELECT "NextAttemptAt" FROM "Deliveries" WHERE "State" = 0 AND "Consumer" = @Consumer AND "NextAttemptAt" > @Now
        ORDER BY "NextAttemptAt" LIMIT 1
        """;

    private readonly SqlStatements statements = new(connection);
    private SqlStatement? due, next, claim, close, postpone, putOff, holdBack, letFollow;

    /// <summary>The transaction that the next statements belong to; null: none.</summary>
    public void Enlist(DbTransaction? transaction) => statements.Enlist(transaction);

    /// <summary>Up to so many deliveries to the consumer that are due and that no earlier one of their order holds back; not claimed yet.</summary>
    public List<OwedDelivery> Due(string consumer, DateTimeOffset now, int most)
    {
        due ??= statements.Add(DueSql);
        using var rows = due.Read(consumer, Ticks.Of(now), most);
        var found = new List<OwedDelivery>();
        while (rows.Read())
        {
            found.Add(new(rows.GetInt64(0), rows.GetInt64(1), rows.GetString(2), consumer, rows.GetInt32(3) + 1, rows.GetInt32(4), rows.GetString(5)));
        }

        return found;
    }

    /// <summary>When the next delivery to the consumer will be due; null: none is owed that is not due already.</summary>
    public DateTimeOffset? NextAfter(string consumer, DateTimeOffset now)
    {
        next ??= statements.Add(NextSql);
        return next.Value(consumer, Ticks.Of(now)) is long ticks ? Ticks.From(ticks) : null;
    }

    /// <summary>Makes it this process's until then; false: somebody else was faster.</summary>
    public bool Claim(OwedDelivery delivery, DateTimeOffset until)
    {
        claim ??= statements.Add(
            """UPDATE "Deliveries" SET "Attempts" = @Attempt, "NextAttemptAt" = @Until, "ClaimedUntil" = @Until WHERE "Id" = @Id AND "State" = 0 AND "Attempts" = @Before""");
        return claim.Run(delivery.Attempt, Ticks.Of(until), delivery.Key, delivery.Attempt - 1) == 1;
    }

    /// <summary>Ends it with the other side's words; false: the claim had run out.</summary>
    public bool Close(OwedDelivery delivery, DeliveryState state, string? words)
    {
        close ??= statements.Add(
            """UPDATE "Deliveries" SET "State" = @State, "NextAttemptAt" = NULL, "ClaimedUntil" = NULL, "LastAnswer" = @Words WHERE "Id" = @Id AND "State" = 0 AND "Attempts" = @Attempt""");
        return close.Run((int)state, Kept(words), delivery.Key, delivery.Attempt) == 1;
    }

    /// <summary>Puts it off, and what waits behind it with it; false: the claim had run out.</summary>
    public bool Postpone(OwedDelivery delivery, DateTimeOffset until, string? words)
    {
        postpone ??= statements.Add(
            """UPDATE "Deliveries" SET "NextAttemptAt" = @Until, "ClaimedUntil" = NULL, "LastAnswer" = @Words WHERE "Id" = @Id AND "State" = 0 AND "Attempts" = @Attempt""");
        holdBack ??= statements.Add(
            """
            UPDATE "Deliveries" SET "NextAttemptAt" = @Until
            WHERE "OrderKey" = @OrderKey AND "Consumer" = @Consumer AND "Subject" = @Subject AND "State" = 0 AND "Id" > @Id AND "NextAttemptAt" < @Until
            """);
        if (postpone.Run(Ticks.Of(until), Kept(words), delivery.Key, delivery.Attempt) != 1)
        {
            return false;
        }

        holdBack.Run(Ticks.Of(until), delivery.OrderKey, delivery.Consumer, delivery.Subject, delivery.Key);
        return true;
    }

    /// <summary>Puts it off without words, and its attempts are counted anew; false: the claim had run out.</summary>
    public bool PutOff(OwedDelivery delivery, DateTimeOffset until)
    {
        putOff ??= statements.Add("""UPDATE "Deliveries" SET "AttemptsBefore" = @Attempt WHERE "Id" = @Id AND "State" = 0 AND "Attempts" = @Attempt""");
        return putOff.Run(delivery.Attempt, delivery.Key) == 1 && Postpone(delivery, until, null);
    }

    /// <summary>What it held back while it failed is due now.</summary>
    public bool LetFollow(OwedDelivery delivery, DateTimeOffset now)
    {
        if (delivery.Attempt > 1)
        {
            letFollow ??= statements.Add(
                """
                UPDATE "Deliveries" SET "NextAttemptAt" = @Now
                WHERE "OrderKey" = @OrderKey AND "Consumer" = @Consumer AND "Subject" = @Subject AND "State" = 0 AND "Id" > @Id AND "NextAttemptAt" > @Now AND "Attempts" = 0
                """);
            letFollow.Run(Ticks.Of(now), delivery.OrderKey, delivery.Consumer, delivery.Subject, delivery.Key);
        }

        return true;
    }

    public void Dispose() => statements.Dispose();

    // What the column takes, and both engines.
    private static string? Kept(string? words) => words is null ? null : Storable(words.Length > LongestAnswer ? words[..LongestAnswer] : words);

    private static string Storable(string words) => words.Replace('\0', ' ');
}
