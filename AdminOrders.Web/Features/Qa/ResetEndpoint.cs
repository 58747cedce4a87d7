using AdminOrders.Core.Sample;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Qa;

/// <summary>What a store begins with again.</summary>
internal sealed record ResetRequest
{
    /// <summary>How many sample orders, none by default.</summary>
    public int Orders { get; init; }

    /// <summary>The same seed and day give the same orders.</summary>
    public int Seed { get; init; } = SampleStore.Seed;
}

/// <summary>A store that has begun again, with so many orders.</summary>
internal sealed record ResetAnswer(long Orders);

/// <summary><c>POST /qa/reset</c>: no orders or some sample orders, the reasons of a new store, the machine's time; accounts stay.</summary>
internal static class ResetEndpoint
{
    private const int MostOrders = 100_000;

    public static void Map(IEndpointRouteBuilder qa) => qa.MapPost("/reset", ResetAsync);

    private static async Task<ResetAnswer> ResetAsync(
        HttpRequest request, StoreReset store, SampleStore sample, QaClock clock, CancellationToken cancellationToken)
    {
        var wanted = await QaBody.ReadAsync<ResetRequest>(request, cancellationToken);
        if (wanted.Orders is < 0 or > MostOrders)
        {
            throw new QaException($"Between 0 and {MostOrders} orders can be laid in.");
        }

        clock.FollowTheMachine();
        var laidIn = 0L;
        await store.Run(async () => laidIn = (await sample.Add(wanted.Orders, wanted.Seed, null, cancellationToken)).Imported, cancellationToken);
        return new(laidIn);
    }
}
