using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.My;

/// <summary>What a request would come to.</summary>
public enum CustomerOutcome
{
    /// <summary>It cannot be made, or would change nothing.</summary>
    None,

    /// <summary>The order is canceled at once.</summary>
    Canceled,

    /// <summary>The store is asked.</summary>
    Asked,
}

/// <summary>What a page says first, after something was sent.</summary>
public enum CustomerNotice
{
    None,
    Canceled,
    Asked,
    Withdrawn,

    /// <summary>The store has answered before the withdrawal came.</summary>
    TooLate,

    /// <summary>Something else would happen than the page said: nothing was done.</summary>
    Changed,

    /// <summary>What was sent did not come from the page.</summary>
    SendAgain,
}

/// <summary>An order as its customer sees it, at one moment.</summary>
public sealed record CustomerScreen
{
    public required string Token { get; init; }

    public required OrderRecord Order { get; init; }

    /// <summary>What the customer's cancel would do now; its facts have the timers that are due.</summary>
    public required OrderPreview Cancel { get; init; }

    public required Policy Policy { get; init; }

    /// <summary>Those that customers may choose now.</summary>
    public required IReadOnlyList<CancellationReasonView> Reasons { get; init; }

    public OrderFacts Facts => Cancel.Facts;

    public CustomerOutcome Outcome => Cancel.Decision is not Accepted ? CustomerOutcome.None
        : Cancel.Preview.To == Status.Canceled ? CustomerOutcome.Canceled : CustomerOutcome.Asked;

    /// <summary>Why nothing can be asked; null where it can, or has been.</summary>
    public Refusal? Refusal => (Cancel.Decision as Refused)?.Code;

    /// <summary>The customer's request that waits for an answer; null: none.</summary>
    public RecordedRequest? Open => OwnRequests.LastOrDefault(request => request.State is RequestState.Open);

    /// <summary>When it is answered by the clock if nobody answers it.</summary>
    public DateTimeOffset? OpenDueAt => Order.Facts.Requests.FirstOrDefault(request => request.Id == Open?.Id)?.DueAt;

    /// <summary>The customer's last request that has ended; null: none.</summary>
    public RecordedRequest? Ended => OwnRequests.LastOrDefault(request => request.State is not RequestState.Open);

    /// <summary>When the customer may ask again; null: now, or never.</summary>
    public DateTimeOffset? AskAgainAt => Refusal is Core.Orders.Refusal.AskedRecently ? Facts.CustomerDeclinedAt + Policy.CustomerAsksAgainAfter : null;

    /// <summary>Until when it cancels at once, where that ends by itself.</summary>
    public DateTimeOffset? WindowEndsAt => Facts.Stage is Stage.Window && Outcome is CustomerOutcome.Canceled ? Facts.StatusDueAt : null;

    private IEnumerable<RecordedRequest> OwnRequests => Order.Requests.Where(request => request.RequestedBy is Side.Customer);

    /// <summary>What is wrong with the input; null: nothing.</summary>
    public CustomerMistake? MistakeIn(CustomerInput input) => input switch
    {
        { IsOther: false, Reason.Length: 0 } => CustomerMistake.ReasonMissing,
        { IsOther: false } => Reasons.Any(reason => reason.LabelId == input.LabelId) ? null : CustomerMistake.ReasonGone,
        { Text.Length: 0 } => CustomerMistake.TextMissing,
        { Text.Length: > CustomerInput.LongestText } => CustomerMistake.TextTooLong,
        _ => null,
    };
}

/// <summary>Reads orders for their customers.</summary>
internal sealed class CustomerScreens(OrderRecords records, OrderWorkflow workflow, CancellationReasons reasons, PolicySetting policy)
{
    /// <summary>The order as it stands; null: it has gone since the token was proven.</summary>
    public async Task<CustomerScreen?> ReadAsync(string token, CustomerOrderName name, CancellationToken cancellationToken)
    {
        var order = await records.Get(name.OrderId, cancellationToken);
        var cancel = await workflow.Preview(name.OrderId, Command(Reason.None), CustomerEntrance.Customer, cancellationToken);
        return order is null || cancel is null ? null : new()
        {
            Token = token,
            Order = order,
            Cancel = cancel,
            Policy = await policy.Read(cancellationToken),
            Reasons = [.. (await reasons.List(cancellationToken)).Where(reason => reason.IsOfferedTo(ReasonChoosers.Customer))],
        };
    }

    /// <summary>The customer's cancel.</summary>
    public static Cancel Command(Reason reason) => new(Guid.NewGuid().ToString("N"), Side.Customer, reason);
}
