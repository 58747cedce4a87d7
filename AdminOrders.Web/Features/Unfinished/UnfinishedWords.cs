using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Requests;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Features.Unfinished;

/// <summary>What unfinished work is called, in the reader's language.</summary>
internal static class UnfinishedWords
{
    /// <summary>How far one of several is.</summary>
    public static string Of(RunState state) => state switch
    {
        RunState.Waiting or RunState.Sending => Texts.Bulk_Sending,
        RunState.Done => Texts.Bulk_Done,
        RunState.Unchanged => Texts.Bulk_Unchanged,
        RunState.Refused => Texts.Bulk_Refused,
        RunState.Failed => Texts.Bulk_Failed,
        RunState.NotSent => Texts.Bulk_NotSent,
    };

    /// <summary>The sort of it: Mail to the customer.</summary>
    public static string Of(UnfinishedKind kind) => OrderWords.OfConsumer(UnfinishedKinds.ConsumerOf(kind));

    public static string Of(UnfinishedState state) => state is UnfinishedState.GivenUp ? Texts.Unfinished_State_Open : Word(state.ToString());

    /// <summary>How far it is; what nobody tries is not given up but waits.</summary>
    public static string StateOf(UnfinishedItem item) => (UnfinishedKinds.WaitsForPerson(item.Kind), item.State) switch
    {
        (true, EffectState.GivenUp) => Texts.Unfinished_State_Open,
        (true, EffectState.Done) => Texts.Unfinished_State_MovedOn,
        _ => Word(item.State.ToString()),
    };

    /// <summary>What is owed: money by its amount, an alert by its sentence, an order that hangs by where, all else by what it tells of.</summary>
    public static string What(UnfinishedItem item) => item switch
    {
        { Alert: { } alert } => OrderWords.Of(alert),
        { Event: MoneyOwed owed } => $"{Sort(item, owed)} {MoneyText.Format(owed.Amount, item.Currency, CultureInfo.CurrentCulture)}",
        { Event: { } happened } => $"{Of(item.Kind)}: {OrderWords.OfEvent(EventJson.KindOf(happened))}",
        _ => $"{Of(item.Kind)}: {StatusText.Label(item.Status)}",
    };

    /// <summary>What sort of debt a filter shows.</summary>
    public static string Of(UnfinishedMoney money) => Texts.ResourceManager.GetString($"Unfinished_Money_{money}", Texts.Culture) ?? money.ToString();

    // What has not failed yet is said as it is owed.
    private static string Sort(UnfinishedItem item, MoneyOwed owed) => item.Money switch
    {
        UnfinishedMoney.ByHand => owed.Kind switch
        {
            DebtKind.Refund or DebtKind.RefundWhenCaptured => Texts.Unfinished_RefundByHand,
            DebtKind.Void => Texts.Unfinished_VoidByHand,
            DebtKind.Capture => Texts.Unfinished_CaptureByHand,
        },
        UnfinishedMoney.Refund when HasFailed(item) => Texts.Unfinished_RefundFailed,
        UnfinishedMoney.Void when HasFailed(item) => Texts.Unfinished_VoidFailed,
        UnfinishedMoney.Capture when HasFailed(item) => Texts.Unfinished_CaptureFailed,
        _ => OrderWords.Of(owed.Kind),
    };

    private static bool HasFailed(UnfinishedItem item) => item.State is EffectState.GivenUp or EffectState.Failing;

    /// <summary>To whom it is owed.</summary>
    /// <param name="seesAddresses">Whether the reader may see the customer's e-mail address.</param>
    public static string To(UnfinishedItem item, bool seesAddresses) => item.Kind switch
    {
        UnfinishedKind.CustomerMail => OrderWords.Say(Texts.Unfinished_To, Customer(item, seesAddresses)),
        UnfinishedKind.StoreMail => Texts.Unfinished_ToStore,
        UnfinishedKind.Payment when item.Event is MoneyOwed { Kind: DebtKind.Capture } => Texts.Unfinished_ToStore,
        UnfinishedKind.Payment => OrderWords.Say(Texts.Unfinished_To, Customer(item, false)),
        UnfinishedKind.Channel => OrderWords.Say(Texts.Unfinished_To, item.AffiliateId.Length > 0 ? item.AffiliateId : Of(item.Kind)),
        UnfinishedKind.Seller => OrderWords.Say(Texts.Unfinished_To, item.SellerId.Length > 0 ? item.SellerId : Of(item.Kind)),
        UnfinishedKind.Alert or UnfinishedKind.MovingOrder => Customer(item, false),
    };

    /// <summary>What is said in place of the other side's words; null: nothing.</summary>
    public static string? Unsaid(UnfinishedItem item, bool isBrought) => item switch
    {
        { Alert: { } alert } => OrderWords.WayOutOf(alert),
        { Kind: UnfinishedKind.MovingOrder } => item.IsFinished ? null : WaitsFor(item.Status),
        _ => item.IsUndecided ? Texts.Unfinished_Undecided : isBrought ? null : Texts.Unfinished_NotBrought,
    };

    /// <summary>What an order waits for that hangs in that status.</summary>
    public static string WaitsFor(string status) => status switch
    {
        "approving-transaction" or "notify-payment" => Texts.Unfinished_WaitsForPayment,
        "order-created" or "creating" or "created" => Texts.Unfinished_WaitsForCreation,
        _ => Texts.Unfinished_WaitsForStep,
    };

    /// <summary>What an act did, or why it did nothing, who was there before, and when.</summary>
    /// <param name="done">What to say where it did what was wanted.</param>
    public static string Outcome(Answer answer, string done, UserZone zone) =>
        answer.Decision is Accepted ? done
        : answer is { Decision: Unchanged unchanged, LastChange: { } last } ? $"{OrderWords.Of(unchanged.Why)} {RequestWords.Answered(last)}, {zone.DayAndTime(last.At)}."
        : RequestWords.Outcome(answer, done);

    private static string Customer(UnfinishedItem item, bool seesAddresses) =>
        string.Join(" · ", new[] { item.CustomerName, seesAddresses ? item.CustomerEmail : "" }.Where(part => part.Length > 0)) is { Length: > 0 } customer
            ? customer
            : OrderWords.Of(Side.Customer);

    private static string Word(string state) => Texts.ResourceManager.GetString($"Unfinished_State_{state}", Texts.Culture) ?? state;
}
