using System.Collections.Immutable;
using System.Globalization;

namespace AdminOrders.Core.Orders;

/// <summary>The commands that an order page offers.</summary>
public enum CommandKind
{
    Cancel,
    ConfirmCancellation,
    Decline,
    Withdraw,
    StartHandling,
    Invoice,
    ReturnInvoice,
    ChangeItems,
    ApprovePayment,
    AuthorizeFulfillment,
    EndGracePeriod,
    CancelAsIncomplete,
    TryAgain,
    AddComment,
    Take,
    HandOver,
    Release,
}

/// <summary>Whether a button can be used, and why not.</summary>
/// <param name="Decision">What the rules answer to a well-formed command of that kind.</param>
public sealed record Eligible(CommandKind Kind, Decision Decision)
{
    public bool IsOffered => Decision is Accepted;
}

/// <summary>Asks <see cref="Rules.Decide"/> with a representative command of each kind; there is no second table.</summary>
public static class Eligibility
{
    private const string SomeId = "00000000000000000000000000000000";
    private const string SomeText = "-";

    /// <summary>
    /// The answer for every kind. The facts carry the due timers. Kinds that look into the parts (<c>ChangeItems</c>, invoices) need facts
    /// with parts; on a narrow row ask <see cref="Of"/> for the kinds that a list shows.
    /// </summary>
    public static ImmutableArray<Eligible> All(OrderFacts facts, Actor actor, DateTimeOffset now, Policy policy) =>
        [.. Enum.GetValues<CommandKind>().Select(kind => Of(kind, facts, actor, now, policy))];

    /// <summary>The answer for one kind: the first command that is accepted, else what the first one is told.</summary>
    public static Eligible Of(CommandKind kind, OrderFacts facts, Actor actor, DateTimeOffset now, Policy policy)
    {
        var decisions = Representatives(kind, facts, actor).Select(command => Rules.Decide(facts, command, actor, now, policy)).ToImmutableArray();
        return new(kind, decisions.FirstOrDefault(decision => decision is Accepted) ?? decisions[0]);
    }

    private static ImmutableArray<OrderCommand> Representatives(CommandKind kind, OrderFacts facts, Actor actor) => kind switch
    {
        CommandKind.Cancel => [new Cancel(SomeId, actor.Side, new Reason(null, SomeText))],
        CommandKind.ConfirmCancellation => ForRequests(facts, id => new ConfirmCancellation(id)),
        CommandKind.Decline => ForRequests(facts, id => new Decline(id, SomeText, "")),
        CommandKind.Withdraw => ForRequests(facts, id => new Withdraw(id)),
        CommandKind.StartHandling => [new StartHandling()],
        CommandKind.Invoice => [new Invoice(new InvoiceData(UnusedNumber(facts), Math.Max(1, facts.Value - facts.InvoicedValue), facts.CreatedAt))],
        CommandKind.ReturnInvoice =>
            [new ReturnInvoice(new InvoiceData(UnusedNumber(facts), Math.Max(1, facts.InvoicedValue - facts.ReturnedValue), facts.CreatedAt))],
        CommandKind.ChangeItems => OneUnit(facts),
        CommandKind.ApprovePayment => [new ApprovePayment()],
        CommandKind.AuthorizeFulfillment => [new AuthorizeFulfillment()],
        CommandKind.EndGracePeriod => [new EndGracePeriod()],
        CommandKind.CancelAsIncomplete => [new CancelAsIncomplete(new Reason(null, SomeText))],
        CommandKind.TryAgain => [new TryAgain()],
        CommandKind.AddComment => [new AddComment(SomeText)],
        CommandKind.Take => [new TakeRequest()],
        CommandKind.HandOver => [new HandOverRequest(new Assignee(SomeId, SomeText), facts.Assignee?.Id)],
        CommandKind.Release => [new ReleaseRequest()],
    };

    private static ImmutableArray<OrderCommand> ForRequests(OrderFacts facts, Func<string, OrderCommand> command) =>
        facts.Requests.IsEmpty ? [command(SomeId)] : [.. facts.Requests.Select(request => command(request.Id))];

    private static ImmutableArray<OrderCommand> OneUnit(OrderFacts facts)
    {
        var index = facts.Items.FirstOrDefault(item => item.Open > 0)?.Index ?? 0;
        return [new ChangeItems([new ItemQuantity(index, 1)], SomeText)];
    }

    private static string UnusedNumber(OrderFacts facts) => Enumerable.Range(0, facts.Invoices.Length + 1)
        .Select(number => number.ToString(CultureInfo.InvariantCulture))
        .First(number => facts.Invoices.All(invoice => invoice.Number != number));
}
