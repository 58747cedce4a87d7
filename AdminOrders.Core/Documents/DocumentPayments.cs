using System.Collections.Immutable;
using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>The payments of a document: those of active transactions, and gift cards that no payment stands for.</summary>
internal sealed record DocumentPayments(ImmutableArray<PaymentFact> Facts, ImmutableArray<PaymentDescription> Descriptions, DateTimeOffset? DueAt)
{
    private const int LongestNames = 1_000;
    private const string Denied = "payment-denied";

    /// <summary>What lists show, cut where no list could show more.</summary>
    public string Names
    {
        get
        {
            var names = string.Join(", ", Descriptions.Select(payment => payment.SystemName).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal));
            return names.Length > LongestNames ? names[..LongestNames] : names;
        }
    }

    public static DocumentPayments Read(DocumentContext context, DocumentInvoices invoices)
    {
        var data = context.Root["paymentData"];
        var payments = data["transactions"].List()
            .Where(transaction => transaction["isActive"].Flag() is not false)
            .SelectMany(transaction => OfTransaction(transaction))
            .ToList();
        var standIns = payments.Select(payment => payment.GiftCardId).ToHashSet(StringComparer.Ordinal);
        payments.AddRange(data["giftCards"].List().Where(card => card["inUse"].Flag() is true).Select(OfGiftCard).Where(card => !standIns.Contains(card.GiftCardId)));
        NoteDuplicates(payments);

        return new(
            FactsOf(payments, context, invoices),
            [.. payments.Select(payment => payment.Description)],
            payments.Min(payment => payment.DueAt));
    }

    private static IEnumerable<Payment> OfTransaction(DocumentField transaction)
    {
        var transactionId = transaction["transactionId"].Text(100);
        return transaction["payments"].List().Select((payment, index) => OfPayment(payment, transactionId, index));
    }

    private static Payment OfPayment(DocumentField payment, string transactionId, int index)
    {
        var id = payment["id"].Text(100);
        var description = new PaymentDescription(
            id.Length > 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{transactionId}-{index}"),
            transactionId,
            payment["paymentSystemName"].Text(200),
            payment["group"].Text(100),
            payment["installments"].Count() ?? 0);
        return new(payment["id"], description, payment["value"].Amount() ?? 0, payment["giftCardId"].Text(), payment["dueDate"].TryInstant());
    }

    private static Payment OfGiftCard(DocumentField card)
    {
        var id = card["id"].RequiredText(100);
        var name = card["name"].Text(200) is { Length: > 0 } own ? own : card["provider"].Text(200);
        return new(card["id"], new PaymentDescription("gift-card-" + id, "", name, PaymentGroups.GiftCard, 1), card["value"].Amount() ?? 0, id, null);
    }

    private static void NoteDuplicates(List<Payment> payments)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var payment in payments.Where(payment => !seen.Add(payment.Description.Id)))
        {
            payment.Id.Note(DocumentProblem.Duplicate);
        }
    }

    private static ImmutableArray<PaymentFact> FactsOf(List<Payment> payments, DocumentContext context, DocumentInvoices invoices)
    {
        var facts = ImmutableArray.CreateBuilder<PaymentFact>(payments.Count);
        var returned = invoices.ReturnedValue;
        foreach (var payment in payments)
        {
            var state = StateOf(payment, context, invoices);
            var captured = state is PaymentState.Captured ? payment.Value : 0;

            // A cancellation that is history owes nothing: what had been captured counts as refunded.
            var refunded = context.Stage is Stage.Canceled ? captured : Math.Min(captured, returned);
            returned = Math.Max(0, returned - refunded);
            facts.Add(new(payment.Description.Id, state, payment.Value, captured, refunded, 0) { SettlesAtOnce = payment.SettlesAtOnce });
        }

        return facts.MoveToImmutable();
    }

    private static PaymentState StateOf(Payment payment, DocumentContext context, DocumentInvoices invoices)
    {
        var isCanceled = context.Stage is Stage.Canceled;
        if (!context.IsPaid)
        {
            return isCanceled ? PaymentState.Voided : context.Status == Denied ? PaymentState.Denied : PaymentState.Pending;
        }

        var isCaptured = payment.SettlesAtOnce
            || context.Stage is Stage.Invoiced
            || (isCanceled && !invoices.Output.IsEmpty);
        return isCaptured ? PaymentState.Captured : isCanceled ? PaymentState.Voided : PaymentState.Authorized;
    }

    private sealed record Payment(DocumentField Id, PaymentDescription Description, long Value, string GiftCardId, DateTimeOffset? DueAt)
    {
        public bool SettlesAtOnce => PaymentGroups.SettleAtOnce(Description.Group);
    }
}
