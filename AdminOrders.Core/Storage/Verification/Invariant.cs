using System.Collections.Frozen;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>What is true of every store, in the order in which a report names it. The codes made of the names never change.</summary>
public enum Invariant
{
    /// <summary>The engine's own check of the file.</summary>
    DatabaseWhole,
    ColumnType,
    RowReadable,
    CheckConstraint,
    RowBelongs,

    PositionsWithoutGap,
    HistoryGapFree,
    HistoryChain,
    HistoryEnd,
    EventReadable,
    TextHash,
    SealChain,
    SealHash,

    StatusOfLastEvent,
    StatusOfEvent,
    CanceledIsFinal,
    CanceledWithoutReturn,
    CanceledPartlyInvoiced,
    RequestedHasRequest,
    CanceledHoldsNothing,
    WayOut,

    StateFolded,
    CancellationKept,
    RequestRows,
    OpenRequests,
    InvoiceRows,
    InvoiceSums,
    ItemUnits,
    ReservationUnits,
    StockReleased,
    StockMovements,
    StockReserved,
    StockMoved,
    LooseReservations,
    MoneyGivenBack,
    MoneyOwed,
    MoneyAnswered,
    ReturnRefunded,
    MoneyKept,
    DeliveriesOwed,
    DoneByHand,
    DocumentHash,
    AsTheDocumentTold,
    SearchText,
    SearchIndex,
    ListColumns,
    OrderTerms,
    OrderCounters,
    ChannelRemembered,
    ChannelHints,
}

/// <summary>The stable code of an invariant, and its sentence in the reader's language.</summary>
public static class Invariants
{
    private static readonly FrozenDictionary<Invariant, string> Codes = Enum.GetValues<Invariant>().ToFrozenDictionary(invariant => invariant, Kebab);

    /// <summary>For example <c>history-chain</c>.</summary>
    public static string CodeOf(Invariant invariant) => Codes[invariant];

    /// <summary>What it says is true.</summary>
    public static string SentenceOf(Invariant invariant) => Texts.ResourceManager.GetString("Invariant_" + invariant, Texts.Culture)!;

    private static string Kebab(Invariant invariant) =>
        string.Concat(invariant.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
