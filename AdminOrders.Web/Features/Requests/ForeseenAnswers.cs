using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Requests;

/// <summary>A request that somebody chose to answer, as they saw it and its order.</summary>
public sealed record ChosenRequest(SeenRequest Request, QueuedOrder Order);

/// <summary>What an answer would do to one of several requests.</summary>
/// <param name="Would">In words, or why nothing would happen; "" before it is known.</param>
internal sealed record ForeseenAnswer(SeenRequest Request, string Would = "", bool WouldHappen = false, bool FreesAcknowledged = false);

/// <summary>What one answer would do to several requests, as the store stands now, found out one after the other.</summary>
internal sealed class ForeseenAnswers(OrderChanges changes, IEnumerable<SeenRequest> requests)
{
    private const int DrawnEvery = 10;
    private readonly List<ForeseenAnswer> lines = [.. requests.Select(request => new ForeseenAnswer(request))];
    private int readings;

    public IReadOnlyList<ForeseenAnswer> Lines => lines;

    /// <summary>Asks the rules about each. A later reading ends an earlier one.</summary>
    /// <param name="command">The answer, by the id of its request.</param>
    /// <param name="shown">Draws what is known so far, now and then.</param>
    public async Task ReadAsync(Func<string, OrderCommand> command, Action shown)
    {
        var mine = ++readings;
        for (var index = 0; index < lines.Count && mine == readings; index++)
        {
            var request = lines[index].Request;
            var preview = await changes.Preview(request.OrderId, command(request.RequestId));
            lines[index] = new(
                request,
                preview is null ? OrderWords.Of(Refusal.NotFound) : RequestWords.Of(preview.Preview, preview.Facts.Currency),
                preview?.Decision is Accepted,
                preview?.Preview.Freed.Any(freed => freed.WasAcknowledged) is true);
            if (index % DrawnEvery == 0)
            {
                shown();
            }
        }

        shown();
    }
}
