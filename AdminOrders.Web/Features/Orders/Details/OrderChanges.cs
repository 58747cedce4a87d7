using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>
/// Sends what the reader of a page wants, as who they are at that moment: the account and its roles are read anew for every call,
/// so that a page that has been open for hours does nothing its reader may no longer do.
/// </summary>
internal sealed class OrderChanges(OrderWorkflow workflow, StoreSource store, CurrentUser currentUser)
{
    /// <summary>Does it, or says why not.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="expectedPreview">Fingerprint of what the reader was shown; null where nothing was.</param>
    /// <param name="cancellationToken">Stops the waiting, never the work.</param>
    public async Task<Answer> Send(string orderId, OrderCommand command, string? expectedPreview = null, CancellationToken cancellationToken = default) =>
        await ActorAsync(cancellationToken) is { } actor
            ? await workflow.Send(new OrderRequest(orderId, command, actor) { ExpectedPreview = expectedPreview }, cancellationToken)
            : new Answer(new Refused(Refusal.MissingResource), "", 0);

    /// <summary>What it would do now; null for an unknown order or a reader whose account is gone.</summary>
    public async Task<OrderPreview?> Preview(string orderId, OrderCommand command, CancellationToken cancellationToken = default) =>
        await ActorAsync(cancellationToken) is { } actor ? await workflow.Preview(orderId, command, actor, cancellationToken) : null;

    /// <inheritdoc cref="StoreSource.ProblemOf(Exception)"/>
    public StoreProblem? ProblemOf(Exception failure) => store.ProblemOf(failure);

    private async Task<Actor?> ActorAsync(CancellationToken cancellationToken) => (await currentUser.ReadAsync(cancellationToken))?.Actor;
}
