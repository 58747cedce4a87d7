using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>The words for what codes say, in the reader's language. A test proves that none is missing.</summary>
internal static class OrderWords
{
    /// <summary>What the refusal says.</summary>
    public static string Of(Refusal refusal) => Word($"Refusal_{refusal}");

    /// <summary>What can be done instead.</summary>
    public static string WayOutOf(Refusal refusal) => Word($"Refusal_{refusal}_WayOut");

    /// <summary>Why nothing had to change.</summary>
    public static string Of(Already why) => Word($"Unchanged_{why}");

    /// <summary>A party.</summary>
    public static string Of(Side side) => Word($"Side_{side}");

    public static string Of(AlertKind kind) => Word($"Alert_{kind}");

    /// <summary>What a person does about it.</summary>
    public static string WayOutOf(AlertKind kind) => Word($"AlertOut_{kind}");

    /// <summary>The label of an action.</summary>
    public static string Of(CommandKind kind) => kind switch
    {
        CommandKind.Cancel => Texts.Action_CancelOrder,
        CommandKind.ConfirmCancellation => Texts.Action_ConfirmCancellation,
        CommandKind.Decline => Texts.Action_Decline,
        CommandKind.Withdraw => Texts.Action_Withdraw,
        CommandKind.StartHandling => Texts.Action_StartHandling,
        CommandKind.Invoice => Texts.Action_Invoice,
        CommandKind.ReturnInvoice => Texts.Action_ReturnItems,
        CommandKind.ChangeItems => Texts.Action_ChangeItems,
        CommandKind.ApprovePayment => Texts.Action_ApprovePayment,
        CommandKind.AuthorizeFulfillment => Texts.Action_AuthorizeFulfillment,
        CommandKind.EndGracePeriod => Texts.Action_EndWindow,
        CommandKind.CancelAsIncomplete => Texts.Action_CancelAsIncomplete,
        CommandKind.TryAgain => Texts.Action_TryAgain,
        CommandKind.AddComment => Texts.Order_Comments,
        CommandKind.Take => Texts.Action_Take,
        CommandKind.HandOver => Texts.Action_HandOver,
        CommandKind.Release => Texts.Action_Release,
    };

    /// <summary>The action that a way out names; null for a piece of advice.</summary>
    public static CommandKind? KindOf(WayOut wayOut) => wayOut switch
    {
        WayOut.Cancel => CommandKind.Cancel,
        WayOut.Confirm => CommandKind.ConfirmCancellation,
        WayOut.Decline => CommandKind.Decline,
        WayOut.Withdraw => CommandKind.Withdraw,
        WayOut.ChangeItems => CommandKind.ChangeItems,
        WayOut.Invoice => CommandKind.Invoice,
        WayOut.ReturnInvoice => CommandKind.ReturnInvoice,
        WayOut.ApprovePayment => CommandKind.ApprovePayment,
        WayOut.AuthorizeFulfillment => CommandKind.AuthorizeFulfillment,
        WayOut.EndGracePeriod => CommandKind.EndGracePeriod,
        WayOut.StartHandling => CommandKind.StartHandling,
        WayOut.TryAgain => CommandKind.TryAgain,
        WayOut.CancelAsIncomplete => CommandKind.CancelAsIncomplete,
        WayOut.AskWhoMay or WayOut.AskForReturn or WayOut.ContactStore or WayOut.Wait or WayOut.LookAgain or WayOut.CorrectField
            or WayOut.UseAnotherNumber or WayOut.SeeHistory or WayOut.LeaveToChannel => null,
    };

    public static string Of(PaymentState state) => Word($"PaymentState_{state}");

    public static string Of(ReservationState state) => Word($"ReservationState_{state}");

    public static string Of(StockDestination destination) => Word($"StockDestination_{destination}");

    public static string Of(RequestState state) => Word($"RequestState_{state}");

    public static string Of(DebtKind kind) => Word($"DebtKind_{kind}");

    public static string Of(DeliveryState state) => Word($"DeliveryState_{state}");

    /// <summary>What happened, by the kind that the history keeps; an unheard-of kind shows as it came.</summary>
    public static string OfEvent(string kind) => Texts.ResourceManager.GetString($"Event_{kind.Replace('-', '_')}", Texts.Culture) ?? kind;

    /// <summary>What a free text of an event is.</summary>
    public static string OfText(string name) => Texts.ResourceManager.GetString($"EventText_{name.Split(':')[0]}", Texts.Culture) ?? name;

    /// <summary>A line of the totals by VTEX's id for it; else as the document calls it.</summary>
    public static string OfTotal(string? id, string? name) => Texts.ResourceManager.GetString($"Total_{id}", Texts.Culture) ?? name ?? id ?? "";

    /// <summary>What comes next for an order, and whose turn it is.</summary>
    public static string Next(OrderFacts facts) => Word(facts switch
    {
        { IsPartlyInvoiced: true, Stage: not Stage.Requested } => "Next_PartlyInvoiced",
        { IsReturned: true, Stage: Stage.Invoiced } => "Next_Returned",
        { Stage: Stage.Canceled } when facts.Payments.Any(payment => payment.Owed > 0) => "Next_CanceledOwing",
        { Stage: Stage.Open } when Stages.IsAwaitingAuthorization(facts.Status) => "Next_Authorization",
        { Stage: Stage.Open } => Stages.IsPaid(facts.Status) ? "Next_Paid" : "Next_Unpaid",
        _ => $"Next_{facts.Stage}",
    });

    /// <summary>What is owed to somebody outside, by its name; an unheard-of one shows as it came.</summary>
    public static string OfConsumer(string consumer) => Texts.ResourceManager.GetString($"Consumer_{consumer.Replace('-', '_')}", Texts.Culture) ?? consumer;

    /// <summary>Why, in words: the list's wording, then what was typed; or that none was given.</summary>
    public static string Of(Reason reason, IReadOnlyDictionary<int, ReasonLabel> labels) =>
        ReasonWords.Of(reason, labels, CultureInfo.CurrentUICulture) ?? Texts.Order_NoReason;

    /// <summary>Who did something: a colleague by name, others with their side, the platform and its import in words.</summary>
    public static string Who(Side side, string actorId, string actorName) => (side, actorName) switch
    {
        (Side.System, _) when actorId == ImportRules.Importer => Texts.Order_Import,
        (Side.System, _) or (_, "") => Of(side),
        (Side.Store, _) => actorName,
        _ => $"{actorName} ({Of(side)})",
    };

    /// <summary>Who canceled, inside a sentence: the name on record; the platform's and an unknown canceler's side otherwise.</summary>
    public static string Canceler(Side canceledFor, string? name) => name switch
    {
        null or "" => Of(canceledFor),
        _ when name == Actor.System.Name => Of(Side.System),
        _ => name,
    };

    /// <summary>How long there is still to answer, in days; in hours on the last one.</summary>
    public static string DaysLeft(TimeSpan left) => left switch
    {
        { Ticks: <= 0 } => Texts.Time_JustNow,
        { TotalDays: < 1 } => Say(Texts.Time_InHours, (int)left.TotalHours),
        _ => Say(Texts.Time_InDays, (int)left.TotalDays),
    };

    /// <summary>The text for one or for many, the number in its first place.</summary>
    public static string Count(int number, string one, string many, params object?[] others) =>
        Say(number == 1 ? one : many, [number, .. others]);

    /// <summary>Who asked to cancel, and for whom where that is somebody else.</summary>
    public static string Asked(RequestView request) => Asked(request.RequestedBy, request.EnteredBySide, request.EnteredBy, request.EnteredByName);

    /// <inheritdoc cref="Asked(RequestView)"/>
    public static string Asked(Side requestedBy, Side enteredBySide, string enteredBy, string enteredByName)
    {
        var who = enteredBy == ImportRules.Importer || enteredByName.Length == 0 ? Of(enteredBySide) : enteredByName;
        return requestedBy == enteredBySide ? Say(Texts.Order_AskedBy, who) : Say(Texts.Order_AskedFor, who, Of(requestedBy));
    }

    /// <summary>The text as a sentence begins: with a capital letter.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : string.Concat(text[..1].ToUpper(CultureInfo.CurrentCulture), text.AsSpan(1));

    /// <summary>The text with its places filled, numbers and dates in the reader's culture.</summary>
    public static string Say(string text, params object?[] places) => string.Format(CultureInfo.CurrentCulture, text, places);

    private static string Word(string key) =>
        Texts.ResourceManager.GetString(key, Texts.Culture) ?? throw new InvalidOperationException($"There is no text {key}.");
}
