using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Bulk;

/// <summary>All that the page of a bulk job shows at one moment.</summary>
/// <param name="Job">Null: there is none of that id.</param>
/// <param name="Reader">Who looks.</param>
/// <param name="Reasons">The store's reasons that can be chosen now.</param>
/// <param name="Labels">Every wording that was ever used, by its id.</param>
public sealed record BulkScreen(
    BulkQuery Query, BulkJobView? Job, BulkItems Items, Actor Reader, IReadOnlyList<CancellationReasonView> Reasons, IReadOnlyDictionary<int, ReasonLabel> Labels) : IRowsScreen
{
    /// <inheritdoc/>
    public string Address => Query.Address;

    /// <summary>Whether the reader may hold or end it.</summary>
    public bool MayHold => Reader.May(Resource.CancelOrder);

    /// <summary>Whether it goes on in the reader's name.</summary>
    public bool IsMine => MayHold && Job?.ActorId == Reader.Id;

    /// <summary>Whether the reader can still change what it does.</summary>
    public bool IsOpen => IsMine && Job?.State is BulkState.Draft;
}
