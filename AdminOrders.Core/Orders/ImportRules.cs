using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>How a document becomes an order, and what a newer document may change.</summary>
public static class ImportRules
{
    /// <summary>Who "entered" a request or a cancellation that only a document tells of.</summary>
    public const string Importer = "import";

    /// <summary>
    /// The facts of an order that is new here: sums, status before, open requests, cancellation and deadlines by the rules for imports.
    /// An order whose Output invoices cover its value is invoiced, whatever the document calls it, unless it is canceled or replaced.
    /// </summary>
    public static OrderFacts Complete(ImportedState state, DateTimeOffset importedAt, Policy policy)
    {
        var facts = WithSums(state.Told) with { StatusBefore = null, Requests = [], Cancellation = null, StatusDueAt = null, Version = 0 };
        var settled = facts.IsCoveredByInvoices && facts.Stage is not (Stage.Canceled or Stage.Replaced)
            ? facts with { Status = Status.Invoiced }
            : facts;
        var isRequested = settled.Stage is Stage.Requested;
        var clock = isRequested ? StatusBefore(state.WorkflowStatuses) : settled.Status;
        return settled with
        {
            StatusBefore = isRequested ? clock : null,
            Requests = isRequested ? OpenRequests(state, importedAt, policy) : [],
            Cancellation = settled.Stage is Stage.Canceled ? CancellationOf(state) : null,
            StatusDueAt = StatusDueAt(state, clock, importedAt, policy),
            IsPaymentRecorded = facts.IsPaymentRecorded || Stages.IsPaid(clock),
            Items = Parts.OnEntering(settled.Status, settled.Items),
            Reservations = settled.Stage is Stage.Canceled ? [] : Parts.OnEntering(settled.Status, settled.Reservations),
        };
    }

    /// <summary>
    /// The side behind the four marks of <c>cancellationData</c>: the true one; the store where only <c>RequestedByUser</c> is there and false;
    /// null where nothing can be read.
    /// </summary>
    public static Side? SideOf(bool? byUser, bool? bySystem, bool? bySeller, bool? byPayment) =>
        new CancellationMarks(byUser, bySystem, bySeller, byPayment).Asker;

    /// <summary>The last status of the workflow that is Open, Window, Ready or Handling; else <c>ready-for-handling</c>.</summary>
    public static string StatusBefore(ImmutableArray<string> workflowStatuses) =>
        workflowStatuses.LastOrDefault(status => Stages.Of(status) is Stage.Open or Stage.Window or Stage.Ready or Stage.Handling)
            ?? Status.ReadyForHandling;

    /// <summary>A date that is past at the import starts no timer before one day after it.</summary>
    public static DateTimeOffset NotBeforeTheNextDay(DateTimeOffset due, DateTimeOffset importedAt, Policy policy) =>
        due <= importedAt ? importedAt + policy.ImportGrace : due;

    /// <summary>Decides <see cref="RecordImportedState"/>.</summary>
    internal static Decision Record(Situation at, ImportedOrder order)
    {
        var hash = Convert.ToHexStringLower(order.DocumentHash);
        if (at.Facts.Version == 0)
        {
            return Accept(new OrderImported(hash) { To = order.Facts.Status, Order = order });
        }

        if (hash == at.Facts.DocumentHash)
        {
            return Same(Already.NothingNew);
        }

        return order.Facts.Stage is Stage.Canceled && at.Facts.Stage is not Stage.Canceled
            ? CanceledThere(at, order, hash)
            : TakeState(at, order, hash);
    }

    private static Accepted CanceledThere(Situation at, ImportedOrder order, string hash)
    {
        var recorded = Updated(at.Facts, order, hash);
        var known = at.Facts.Apply(recorded, at.Actor, at.Now, "");
        var told = order.Facts.Cancellation;
        var channel = CancellationRules.RecordChannel(
            known,
            CancellationCause.Imported,
            told?.RequestedBy ?? Side.Marketplace,
            told?.Reason ?? Reason.None);
        var events = channel is Accepted canceled ? canceled.Events : Covered(known);
        return new Accepted([recorded, .. events]) { Alert = channel.Alert };
    }

    private static Accepted TakeState(Situation at, ImportedOrder order, string hash)
    {
        var recorded = Recorded(at.Facts, order, hash);
        var freed = DocumentStock.Freed(at.Facts, ImportEvolution.Update(at.Facts, order.Facts).Items);
        ImmutableArray<OrderEvent> events = [.. freed, recorded, .. PaidThere(at.Facts, order)];
        var after = at.Facts.ApplyAll(events, at.Actor, at.Now, "");
        var invoicedThere = order.Facts.Stage is Stage.Invoiced && at.Facts.Stage is Stage.Canceled;
        return new Accepted([.. events, .. Covered(after), .. Consequences.OwedAfterCancellation(after.Cancellation?.By, after.Payments)]) { Alert = invoicedThere ? AlertKind.InvoicedThereCanceledHere : null };
    }

    private static ImportedStateRecorded Recorded(OrderFacts known, ImportedOrder order, string hash)
    {
        var told = order.Facts;
        var recorded = Updated(known, order, hash);
        ImmutableArray<string> opened = told.Stage is Stage.Requested
            ? [.. told.Requests.Where(request => IsNew(known, request)).Select(request => request.Id)]
            : [];
        if (!(TakesStatus(known) || GoesOn(known, order)) || (told.Status == known.Status && opened.IsEmpty))
        {
            return recorded;
        }

        return recorded with
        {
            To = told.Status,
            DueAt = told.Stage is Stage.Requested && known.Stage is Stage.Requested ? known.StatusDueAt : told.StatusDueAt,
            ClosedRequests = told.Stage is Stage.Requested ? [] : [.. known.Requests.Select(request => request.Id)],
            OpenedRequests = opened,
        };
    }

    private static ImportedStateRecorded Updated(OrderFacts known, ImportedOrder order, string hash)
    {
        var invoiced = NewlyInvoiced(known, ImportEvolution.Update(known, order.Facts));
        var reserved = DocumentStock.Reserved(known, order.Facts);
        return new(hash) { Order = order, Invoiced = invoiced.IsEmpty ? null : invoiced, Reserved = reserved.IsEmpty ? null : reserved };
    }

    // Reservations that the document itself brings have told already what has left them.
    private static ImmutableArray<ItemQuantity> NewlyInvoiced(OrderFacts known, OrderFacts updated)
    {
        var before = known.Items.ToDictionary(item => item.Index, item => item.InvoicedQuantity);
        return known.Reservations.IsEmpty ? [] :
        [
            .. updated.Items.Select(item => new ItemQuantity(item.Index, item.InvoicedQuantity - before.GetValueOrDefault(item.Index))).Where(units => units.Quantity > 0),
        ];
    }

    private static bool TakesStatus(OrderFacts known) => known.Stage switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Unknown =>
            !known.IsMovedHere,
        Stage.Invoiced or Stage.Canceled or Stage.Replaced => false,
    };

    // A channel's order is only ahead of what it was moved to here, or it is not; back it never goes.
    private static bool GoesOn(OrderFacts known, ImportedOrder order) =>
        order.IsToldByChannel && Reach(known.Status) is { } reached && Reach(order.Facts.Status) > reached;

    private static int? Reach(string status) => Stages.Of(status) switch
    {
        Stage.Unknown => 0,
        Stage.Open => Stages.IsPaid(status) ? 1 : 0,
        Stage.Window => 2,
        Stage.Ready => 3,
        Stage.Handling => 4,
        Stage.Invoiced => 5,
        Stage.Incomplete or Stage.Moving or Stage.Requested or Stage.Canceled or Stage.Replaced => null,
    };

    // While a request is open it is the status before that goes on.
    private static ImmutableArray<OrderEvent> PaidThere(OrderFacts known, ImportedOrder order) =>
        order.IsToldByChannel && known.Stage is Stage.Requested && Reach(known.StatusOutsideRequest) is < 3 && order.Facts.Stage is Stage.Ready or Stage.Handling
            ? [new PaymentApproved([]) { StatusBefore = Status.ReadyForHandling }]
            : [];

    private static bool IsNew(OrderFacts known, OpenRequest request) =>
        known.Requests.All(open => open.Id != request.Id && open.RequestedBy != request.RequestedBy);

    // An imported full invoice moves the order, and closes requests as declined by invoice.
    private static ImmutableArray<OrderEvent> Covered(OrderFacts facts)
    {
        if (!facts.IsCoveredByInvoices || facts.Stage is Stage.Invoiced or Stage.Canceled or Stage.Replaced)
        {
            return [];
        }

        var invoiced = new StatusAdvanced { To = Status.Invoiced };
        return facts.Stage is not Stage.Requested ? [invoiced] :
        [
            new RequestsDeclinedByInvoice([.. facts.Requests.Select(request => request.Id)])
            {
                To = facts.StatusOutsideRequest,
                CustomerAsked = facts.Requests.Any(request => request.RequestedBy is Side.Customer),
            },
            invoiced,
        ];
    }

    private static OrderFacts WithSums(OrderFacts told)
    {
        var output = told.Invoices.Where(invoice => invoice.Type is InvoiceType.Output).ToImmutableArray();
        var input = told.Invoices.Where(invoice => invoice.Type is InvoiceType.Input).ToImmutableArray();
        return told with
        {
            OutputInvoices = output.Length,
            InvoicedValue = output.Sum(invoice => invoice.Value),
            InputInvoices = input.Length,
            ReturnedValue = input.Sum(invoice => invoice.Value),
        };
    }

    private static ImmutableArray<OpenRequest> OpenRequests(ImportedState state, DateTimeOffset importedAt, Policy policy)
    {
        var listed = state.Requests.Where(request => request is { IsDeclined: false, Side: not null, At: not null }).ToImmutableArray();
        var data = state.CancellationData is { Side: not null, At: not null } single ? [single] : ImmutableArray<ImportedRequest>.Empty;
        var readable = listed.IsEmpty ? data : listed;
        if (readable.IsEmpty)
        {
            readable = [new ImportedRequest(null, Side.System, state.LastChangeAt, null)];
        }

        return
        [
            .. readable.GroupBy(request => request.Side!.Value)
                .Select(side => side.MinBy(request => request.At)!)
                .OrderBy(request => request.At)
                .Select(request => Open(state.Told.OrderId, request, importedAt, policy)),
        ];
    }

    private static OpenRequest Open(string orderId, ImportedRequest request, DateTimeOffset importedAt, Policy policy)
    {
        var (side, asked) = (request.Side!.Value, request.At!.Value);
        var due = NotBeforeTheNextDay(asked + policy.RequestDeadline, importedAt, policy);
        return new(RequestId(orderId, request), side, Importer, side, null, asked, due, new Reason(null, Cut(request.Reason)));
    }

    // A GUID keeps its digits, anything else becomes a digest, so that the same document gives the same id again.
    private static string RequestId(string orderId, ImportedRequest request) => Guid.TryParse(request.Id, out var id)
        ? id.ToString("N")
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{orderId}|{request.Id}|{request.Side}|{request.At?.UtcTicks}")).AsSpan(0, 16));

    private static Cancellation CancellationOf(ImportedState state)
    {
        var data = state.CancellationData;
        var confirmed = data?.Id is null ? null : RequestId(state.Told.OrderId, data);
        return new(data?.At ?? state.LastChangeAt, data?.Side ?? Side.System, Importer, confirmed, new Reason(null, Cut(data?.Reason)));
    }

    private static string? Cut(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : InputLimits.Cut(text, InputLimits.ReasonLength);

    private static DateTimeOffset? StatusDueAt(ImportedState state, string status, DateTimeOffset importedAt, Policy policy) =>
        ClockOf(state, status, policy) is { } due ? NotBeforeTheNextDay(due, importedAt, policy) : null;

    private static DateTimeOffset? ClockOf(ImportedState state, string status, Policy policy) => Stages.Of(status) switch
    {
        Stage.Incomplete => state.Told.CreatedAt + policy.IncompleteAfter,
        Stage.Moving => state.LastChangeAt + policy.MovingAfter,
        Stage.Open when Stages.IsAwaitingAuthorization(status) => state.LastChangeAt + policy.AuthorizationDeadline,
        Stage.Open when status == Status.WindowToChangeSeller => state.LastChangeAt + policy.SellerChangeWindow,
        Stage.Open when status == Status.PaymentApproved => state.AuthorizedAt ?? state.LastChangeAt,
        Stage.Open => Stages.IsPaid(status) ? null : state.PaymentDueAt,
        Stage.Window => (state.AuthorizedAt ?? state.LastChangeAt) + policy.GracePeriod,
        Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Canceled or Stage.Replaced or Stage.Unknown => null,
    };
}
