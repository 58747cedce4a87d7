using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The statements about what the outside is owed. A page is the merge of short walks, one for each kind and state, along the two indexes of what is owed and of what
/// was given up, both by age: what is done is never looked at, however much of it there is.
/// </summary>
internal sealed class UnfinishedSql(StoreSource source, UnfinishedFilter filter, DateTimeOffset now)
{
    private const string Columns =
        """
        d."Id", d."OrderKey", d."HistoryId", d."Consumer", d."State", d."NextAttemptAt", d."ClaimedUntil", d."LastAnswer", d."Attempts"
        """;

    // What has failed waits in the future; what is behind it there has no answer yet.
    private const string IsFailing = """d."NextAttemptAt" > @now AND d."LastAnswer" IS NOT NULL""";
    private const string IsWaiting = """(d."NextAttemptAt" <= @now OR d."LastAnswer" IS NULL)""";

    // Asked of what is not done only, and of that of payments: a row of the history each.
    private const string IsByHand =
        """
        COALESCE((SELECT m."Payload" FROM "History" m WHERE m."OrderKey" = d."OrderKey" AND m."Kind" = 'money-refused'
            AND m."Payload" LIKE '%' || d."HistoryId" || '%' ORDER BY m."Number" DESC LIMIT 1), '') LIKE '%"byHand":true%'
        """;

    /// <summary>At most <paramref name="limit"/> rows beyond the cursor, the nearest to it first.</summary>
    public SqlQuery Page(UnfinishedCursor? cursor, int limit)
    {
        var backward = cursor is { Backward: true };
        var order = $"\"Id\" {(backward ? "DESC" : "ASC")}";
        var arms = Kinds.Select(kind => source.OfConsumer(UnfinishedKinds.ConsumerOf(kind), cursor is null ? null : "@key", backward)).SelectMany(kind =>
            Walks.Select(walk => source.ArmOfUnion($"""SELECT {Columns} FROM "Deliveries" d WHERE {walk} AND {kind.Condition}{OfMoney}""", kind.Order, "@limit"))).ToList();
        var merged = arms.Count == 1 ? $"SELECT * FROM ({arms[0]}) a" : string.Join("\nUNION ALL\n", arms);
        return new(
            $"{Rows($"{merged}\nORDER BY {order} LIMIT @limit")} ORDER BY d.{order}",
            [new("@now", Ticks.Of(now)), new("@limit", limit), .. cursor is null ? Array.Empty<KeyValuePair<string, object>>() : [new("@key", cursor.Key)]]);
    }

    /// <summary>Rows by their keys, finished or not.</summary>
    public static SqlQuery ByKeys(IReadOnlyCollection<long> keys) =>
        KeysSql.Of(keys, among => Rows($"""SELECT {Columns} FROM "Deliveries" d WHERE d."Id" IN ({among})""") + " ORDER BY d.\"Id\"");

    /// <summary>What of the order is not done.</summary>
    public static SqlQuery OfOrder(long orderKey) =>
        new(Rows($"""SELECT {Columns} FROM "Deliveries" d WHERE d."OrderKey" = @key AND d."State" IN (0, 2)""") + " ORDER BY d.\"Id\"", [new("@key", orderKey)]);

    /// <summary>By kind: how many were given up, are owed, have failed and are tried again, and how often those were tried.</summary>
    public static SqlQuery Counts(DateTimeOffset now) => new(
        string.Join("\nUNION ALL\n", UnfinishedKinds.Owed.Select(kind => Count(UnfinishedKinds.ConsumerOf(kind))).Concat([AlertSql.Count, MovingSql.Count])), [new("@now", Ticks.Of(now))]);

    /// <summary>How many orders of channels could not be taken in yet. Of what waits only, which has an index of its own.</summary>
    public static SqlQuery Untaken { get; } =
        new("""SELECT COUNT(DISTINCT "ChannelOrderId") FROM "ChannelInbox" WHERE "NextAt" IS NOT NULL AND "Words" IS NOT NULL""", []);

    public static UnfinishedItem Item(DbDataReader row, DateTimeOffset now) => new()
    {
        Key = UnfinishedKey.Of(UnfinishedPart.Deliveries, row.GetInt64(0)),
        OrderKey = row.GetInt64(1),
        EffectId = EffectId.Of(row.GetString(2), row.GetString(3)),
        Kind = UnfinishedKinds.Of(row.GetString(3)),
        State = EffectReader.State(row, 4, now),
        NextAttemptAt = row.InstantOrNull(5),
        LastAnswer = row.TextOrNull(7),
        Attempts = row.GetInt32(8),
        OrderId = row.GetString(9),
        Status = row.GetString(10),
        Currency = row.GetString(11),
        CustomerName = row.GetString(12),
        CustomerEmail = row.GetString(13),
        AffiliateId = row.GetString(14),
        Event = EventJson.Read(new(row.GetString(15), row.GetInt32(16), row.GetString(17))),
        Since = Ticks.From(row.GetInt64(18)),
        IsByHand = row.GetInt32(19) == 1,
        SellerId = row.GetString(20),
    };

    private IEnumerable<UnfinishedKind> Kinds => filter.Money is not null ? [UnfinishedKind.Payment] : filter.Kind is { } kind ? [kind] : UnfinishedKinds.Owed;

    private string OfMoney => filter.Money is { } money ? OfSort(money) : "";

    private static string OfSort(UnfinishedMoney money) => money switch
    {
        UnfinishedMoney.ByHand => $""" AND d."State" = 2 AND {IsByHand}""",
        UnfinishedMoney.Refund => Named(DebtKind.Refund),
        UnfinishedMoney.Void => Named(DebtKind.Void),
        UnfinishedMoney.Capture => Named(DebtKind.Capture),
        UnfinishedMoney.RefundWhenCaptured => Named(DebtKind.RefundWhenCaptured),
    };

    private static string Named(DebtKind kind) =>
        $""" AND NOT (d."State" = 2 AND {IsByHand}) AND (SELECT w."Payload" FROM "History" w WHERE w."HistoryId" = d."HistoryId") LIKE '%"kind":"{kind}"%'""";

    private string[] Walks => filter.State is { } state ? [WalkOf(state)] : ["""d."State" = 0""", WalkOf(UnfinishedState.GivenUp)];

    private static string WalkOf(UnfinishedState state) => state switch
    {
        UnfinishedState.GivenUp => """d."State" = 2""",
        UnfinishedState.Failing => $"""d."State" = 0 AND {IsFailing}""",
        UnfinishedState.Waiting => $"""d."State" = 0 AND {IsWaiting}""",
    };

    private static string Rows(string page) =>
        $"""
        SELECT d.*, o."OrderId", o."Status", o."Currency", o."CustomerName", o."CustomerEmail", o."AffiliateId", h."Kind", h."KindVersion", h."Payload", h."At",
            CASE WHEN d."State" = 2 AND d."Consumer" = '{Consumers.Payment}' AND {IsByHand} THEN 1 ELSE 0 END, o."SellerId"
        FROM ({page}) d JOIN "Orders" o ON o."Key" = d."OrderKey" JOIN "History" h ON h."HistoryId" = d."HistoryId"
        """;

    private static string Count(string consumer) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT '{consumer}',
            (SELECT COUNT(*) FROM "Deliveries" d WHERE d."State" = 2 AND d."Consumer" = '{consumer}'),
            (SELECT COUNT(*) FROM "Deliveries" d WHERE d."State" = 0 AND d."Consumer" = '{consumer}'),
            f."Failing", f."Attempts"
        FROM (SELECT COUNT(*) AS "Failing", COALESCE(SUM(d."Attempts"), 0) AS "Attempts" FROM "Deliveries" d
            WHERE d."State" = 0 AND d."Consumer" = '{consumer}' AND {IsFailing}) f
        """);
}
