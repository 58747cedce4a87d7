using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Sample;

/// <summary>What people did on some orders of the sample store: real commands, so that there are requests, answers and notes to look at.</summary>
internal sealed class SampleWork(OrderWorkflow workflow, IReadOnlyList<CancellationReasonView> reasons)
{
    private const int OrdersPerWork = 4;

    // Places and ids do not depend on it.
    private static readonly DateTimeOffset AnyDay = default(DateTimeOffset).AddYears(2_000);

    private static readonly Actor Operator = Colleague("sample-operator", "Otto Operator");
    private static readonly Actor Support = Colleague("sample-support", "Sara Support");

    private readonly Queue<(int Number, int Place)> unpaid = OrdersIn(Status.PaymentPending);
    private readonly Queue<(int Number, int Place)> ready = OrdersIn(Status.ReadyForHandling);
    private readonly Queue<(int Number, int Place)> handling = OrdersIn(Status.Handling);
    private readonly Queue<(int Number, int Place)> window = OrdersIn(Status.WindowToCancel);

    /// <summary>Runs every piece of work on a few orders each.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        await OnSome(unpaid, CancelUnpaid, cancellationToken);
        await OnSome(unpaid, Approve, cancellationToken);
        await OnSome(window, CancelInWindow, cancellationToken);
        await OnSome(ready, AskAndConfirm, cancellationToken);
        await OnSome(ready, Ask, cancellationToken);
        await OnSome(ready, Pack, cancellationToken);
        await OnSome(handling, AskAndDecline, cancellationToken);
        await OnSome(handling, AskAndWithdraw, cancellationToken);
        await OnSome(handling, Comment, cancellationToken);
    }

    private async Task CancelUnpaid(Work work)
    {
        await work.Send(Support, new Cancel(work.RequestId, Side.Customer, work.Reason("The customer chose another shop"), Note: "Asked by phone"));
    }

    private async Task CancelInWindow(Work work) =>
        await work.Send(Operator, new Cancel(work.RequestId, Side.Store, work.Reason("Price was wrong in the catalogue")));

    private async Task Approve(Work work) => await work.Send(Operator, new ApprovePayment());

    private async Task Ask(Work work) =>
        await work.Send(Support, new Cancel(work.RequestId, Side.Customer, work.Reason("Would like another colour"), Note: "Answer before Friday"));

    private async Task AskAndConfirm(Work work)
    {
        await Ask(work);
        await work.Send(Operator, new ConfirmCancellation(work.RequestId, Note: "Nothing had left yet"));
    }

    private async Task Pack(Work work)
    {
        await work.Send(Operator, new StartHandling());
        await work.Send(Operator, new AddComment("Box 3, fragile"));
    }

    private async Task AskAndDecline(Work work)
    {
        await Ask(work);
        await work.Send(Operator, new Decline(work.RequestId, "Already on the truck", "Your parcel has already left. You can return it free of charge."));
    }

    private async Task AskAndWithdraw(Work work)
    {
        await Ask(work);
        await work.Send(Support, new Withdraw(work.RequestId, "The customer keeps it"));
    }

    private async Task Comment(Work work) => await work.Send(Support, new AddComment("The customer will be at home after 18:00"));

    private async Task OnSome(Queue<(int Number, int Place)> orders, Func<Work, Task> does, CancellationToken cancellationToken)
    {
        for (var count = 0; count < OrdersPerWork && orders.TryDequeue(out var order); count++)
        {
            await does(new Work(workflow, reasons, order.Number, order.Place, cancellationToken));
        }
    }

    // The orders of the sample store whose story is that status and nothing else.
    private static Queue<(int Number, int Place)> OrdersIn(string status) => new(
        OrderDocuments.OldestFirst(SampleStore.Orders, SampleStore.Seed, AnyDay).Select((number, place) => (number, place)).OrderBy(order => order.number)
            .Where(order => SampleStories.Of(order.number) is { Side: null, Invoiced: 0, IsMarketplace: false, IsExternal: false } story && story.Status == status));

    private static Actor Colleague(string id, string name) =>
        new(Side.Store, id, name) { Resources = PredefinedRoles.OrderResources, HasFullAccess = true };

    /// <summary>One order that is worked on.</summary>
    private sealed class Work(OrderWorkflow workflow, IReadOnlyList<CancellationReasonView> reasons, int number, int place, CancellationToken cancellationToken)
    {
        private readonly Random random = SampleRandom.For(SampleStore.Seed, -1 - number);
        private readonly string orderId = SampleDraw.Order(SampleStore.Seed, number, place, AnyDay).OrderId;
        private string? requestId;

        public string RequestId => requestId ??= random.HexId();

        public Reason Reason(string text) => new(reasons.Count == 0 ? null : random.Of(reasons).LabelId, text);

        public async Task Send(Actor actor, OrderCommand command)
        {
            var answer = await workflow.Send(new OrderRequest(orderId, command, actor), cancellationToken);
            if (answer.Decision is Refused refused)
            {
                throw new InvalidOperationException($"The sample's {command.GetType().Name} on {orderId} was refused: {refused.Code}.");
            }
        }
    }
}
