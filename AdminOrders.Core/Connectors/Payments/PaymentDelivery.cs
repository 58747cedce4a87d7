using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>
/// Asks the provider for what is owed on a payment. Its answer goes through the workflow as a command, and the delivery is closed in that command's commit:
/// a crash between answer and commit leads to one more question with the same id.
/// </summary>
internal sealed class PaymentDelivery(OwedPaymentReader reader, PaymentProvider provider, OrderWorkflow workflow)
{
    private const string GiftCards = "giftCard";

    private static readonly ProviderAnswer CaptureFailed =
        new(PaymentAnswer.ByHand, "The capture failed, and only a part of the payment was to be given back: see with the provider that nothing of it is captured, and give it back there if it is.");

    public async Task<Outcome> Deliver(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        var owed = await reader.Read(delivery, cancellationToken);
        var answer = await Ask(owed, delivery.Id, cancellationToken);
        return answer.Answer is { } told
            ? await Record(owed.OrderId, new(delivery.Id, told, answer.Words, answer.Reference), cancellationToken)
            : Outcome.TryAgain(answer.Words!, answer.Pause);
    }

    private Task<ProviderAnswer> Ask(OwedPayment owed, string requestId, CancellationToken cancellationToken) => (owed.Debt.Kind, owed.State) switch
    {
        (DebtKind.Capture, _) when owed.Group == GiftCards => Task.FromResult(new ProviderAnswer(PaymentAnswer.Settled, null)),
        (DebtKind.Capture, _) => Capture(owed, requestId, cancellationToken),
        _ when owed.Group == GiftCards => Task.FromResult(new ProviderAnswer(PaymentAnswer.ByHand, "A gift card has no payment provider: its balance has to be given back where it was issued.")),
        (DebtKind.RefundWhenCaptured, PaymentState.Capturing) => Task.FromResult(ProviderAnswer.NotNow("The capture of this payment has not been answered yet.")),
        (DebtKind.Void, PaymentState.Captured) => Task.FromResult(new ProviderAnswer(PaymentAnswer.Captured, null)),
        (DebtKind.RefundWhenCaptured, PaymentState.Authorized) when owed.Debt.Amount < owed.Value => Task.FromResult(CaptureFailed),
        (DebtKind.RefundWhenCaptured, PaymentState.Captured) when !owed.IsCapturedEnough => Task.FromResult(CaptureFailed),
        (DebtKind.Refund, _) or (DebtKind.RefundWhenCaptured, PaymentState.Captured) => provider.Refund(owed, requestId, cancellationToken),
        _ => provider.Cancel(owed, requestId, cancellationToken),
    };

    // A gift card's balance went down when it was used. What another platform has captured meanwhile is captured.
    private Task<ProviderAnswer> Capture(OwedPayment owed, string requestId, CancellationToken cancellationToken) => owed.State switch
    {
        PaymentState.Captured => Task.FromResult(new ProviderAnswer(PaymentAnswer.Settled, null)),
        PaymentState.Capturing => provider.Settle(owed, requestId, cancellationToken),
        PaymentState.Pending or PaymentState.Authorized or PaymentState.Voided or PaymentState.Denied =>
            Task.FromResult(new ProviderAnswer(PaymentAnswer.Refused, "The payment is not authorized any more.")),
    };

    private async Task<Outcome> Record(string orderId, RecordPaymentAnswer told, CancellationToken cancellationToken)
    {
        var answer = await workflow.Send(new(orderId, told, Actor.System), cancellationToken);
        return answer.Decision is Refused refused ? Outcome.Refused($"The answer could not be recorded: {RefusalCodes.Of(refused.Code)}.") : Outcome.Recorded;
    }
}
