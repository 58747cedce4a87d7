using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>Where a refusal leads on: a command, a link or a piece of advice.</summary>
public enum WayOut
{
    Cancel,
    Confirm,
    Decline,
    Withdraw,
    ChangeItems,
    Invoice,
    ReturnInvoice,
    ApprovePayment,
    AuthorizeFulfillment,
    EndGracePeriod,
    StartHandling,
    TryAgain,
    CancelAsIncomplete,

    /// <summary>Ask somebody who may; the refusal names who.</summary>
    AskWhoMay,

    /// <summary>The customer asks for a return instead.</summary>
    AskForReturn,

    /// <summary>Contact the store.</summary>
    ContactStore,

    /// <summary>Wait: the platform goes on by itself, or a delay has to pass.</summary>
    Wait,

    /// <summary>Look at the order as it is now and decide again.</summary>
    LookAgain,

    /// <summary>Mend the field that the refusal names.</summary>
    CorrectField,

    /// <summary>Use another invoice number.</summary>
    UseAnotherNumber,

    /// <summary>Look at the history: it is over, and there is who did it and why.</summary>
    SeeHistory,

    /// <summary>Leave it to the channel; when it cancels there, it is canceled here.</summary>
    LeaveToChannel,
}

/// <summary>The way out of each refusal, for the order it was met on.</summary>
public static class WaysOut
{
    /// <summary>At least one way for every code; the best first.</summary>
    public static ImmutableArray<WayOut> Of(Refusal refusal, OrderFacts facts) => refusal switch
    {
        Refusal.Incomplete => [WayOut.CancelAsIncomplete, WayOut.Wait],
        Refusal.Moving => Stages.MovesOnByItself(facts.Status) ? [WayOut.Wait] : [WayOut.TryAgain, WayOut.CancelAsIncomplete, WayOut.Wait],
        Refusal.Invoiced => [WayOut.ReturnInvoice],
        Refusal.Replaced or Refusal.Canceled or Refusal.NothingToCapture => [WayOut.SeeHistory],
        Refusal.UnknownStatus => [WayOut.AskWhoMay],
        Refusal.NoRequest => [WayOut.Cancel, WayOut.LookAgain],
        Refusal.WrongStatus => Onward(facts),
        Refusal.PartiallyInvoiced => facts.Stage is Stage.Requested
            ? [WayOut.Decline, WayOut.Withdraw, WayOut.Invoice]
            : [WayOut.ChangeItems, WayOut.Invoice],
        Refusal.NotOffered => [WayOut.ContactStore],
        Refusal.AskForReturn => [WayOut.AskForReturn],
        Refusal.AskedRecently => [WayOut.Wait, WayOut.ContactStore],
        Refusal.NotYours => [WayOut.AskWhoMay],
        Refusal.Stale or Refusal.ChangedMeanwhile or Refusal.NoInvoice => [WayOut.LookAgain],
        Refusal.OwnRequest => [WayOut.Withdraw, WayOut.Confirm],
        Refusal.NotYourRequest => [WayOut.Decline, WayOut.AskWhoMay],
        Refusal.SecondPersonRequired or Refusal.AboveYourLimit or Refusal.MissingResource or Refusal.Taken => [WayOut.AskWhoMay],
        Refusal.CancellationPending => [WayOut.Confirm, WayOut.Decline, WayOut.Withdraw],
        Refusal.InvoiceNumberUsed => [WayOut.UseAnotherNumber],
        Refusal.ExceedsOrder or Refusal.ExceedsInvoiced or Refusal.InvalidInput => [WayOut.CorrectField],
        Refusal.NotFullyInvoiced => facts.IsPartlyInvoiced ? [WayOut.Invoice, WayOut.ChangeItems] : [WayOut.Invoice],
        Refusal.NothingLeft => [WayOut.Cancel],
        Refusal.NotFound => [WayOut.LookAgain],
        Refusal.FulfilledByChannel => [WayOut.LeaveToChannel],
        Refusal.IdempotencyKeyReused => [WayOut.CorrectField],
        Refusal.IdempotencyKeyInFlight or Refusal.UnderWay => [WayOut.Wait],
    };

    // What leads on from a stage in which the command has no place.
    private static ImmutableArray<WayOut> Onward(OrderFacts facts) => facts.Stage switch
    {
        Stage.Incomplete => [WayOut.CancelAsIncomplete],
        Stage.Moving => [WayOut.TryAgain, WayOut.Wait],
        Stage.Open when Stages.IsAwaitingAuthorization(facts.Status) => [WayOut.AuthorizeFulfillment],
        Stage.Open => Stages.IsPaid(facts.Status) ? [WayOut.Wait] : [WayOut.ApprovePayment],
        Stage.Window => [WayOut.EndGracePeriod],
        Stage.Ready => [WayOut.StartHandling],
        Stage.Handling => [WayOut.Invoice],
        Stage.Requested => [WayOut.Confirm, WayOut.Decline, WayOut.Withdraw],
        Stage.Invoiced => [WayOut.ReturnInvoice],
        Stage.Canceled or Stage.Replaced => [WayOut.SeeHistory],
        Stage.Unknown => [WayOut.AskWhoMay],
    };
}
