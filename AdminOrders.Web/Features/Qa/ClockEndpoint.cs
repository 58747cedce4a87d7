using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Qa;

/// <summary>What a tester wants of the clock; exactly one of the three.</summary>
internal sealed record ClockRequest
{
    /// <summary>Move it to this instant.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Move it ahead by so much, <c>d.hh:mm:ss</c>.</summary>
    public TimeSpan? Advance { get; init; }

    /// <summary>True: the machine's time again.</summary>
    public bool Real { get; init; }
}

/// <summary>The shop's clock.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Ahead">Of the machine's clock.</param>
internal sealed record ClockAnswer(DateTimeOffset Now, TimeSpan Ahead);

/// <summary><c>GET /qa/clock</c> and <c>POST /qa/clock</c>: what time it is, and what time it shall be.</summary>
internal static class ClockEndpoint
{
    private const int FirstYear = 2_000;
    private const int LastYear = 2_200;

    public static void Map(IEndpointRouteBuilder qa)
    {
        qa.MapGet("/clock", (QaClock clock) => Read(clock));
        qa.MapPost("/clock", MoveAsync);
    }

    private static ClockAnswer Read(QaClock clock) => new(clock.GetUtcNow(), clock.Ahead);

    // What is due then has happened when the answer is there.
    private static async Task<ClockAnswer> MoveAsync(HttpRequest request, QaClock clock, TimerRunner timers, CancellationToken cancellationToken)
    {
        Move(clock, await QaBody.ReadAsync<ClockRequest>(request, cancellationToken));
        await timers.RunOnce(cancellationToken);
        return Read(clock);
    }

    private static void Move(QaClock clock, ClockRequest wanted)
    {
        switch (wanted)
        {
            case { Real: true, Now: null, Advance: null }:
                clock.FollowTheMachine();
                break;
            case { Real: false, Now: { } now, Advance: null }:
                Check(now.Year);
                clock.Set(now);
                break;
            case { Real: false, Now: null, Advance: { } by } when by > TimeSpan.Zero:
                Check(clock.GetUtcNow().Year + by.TotalDays / 365);
                clock.Advance(by);
                break;
            default:
                throw new QaException("""Send one of {"now":"2027-01-31T12:00:00Z"}, {"advance":"1.00:30:00"} (ahead only) and {"real":true}.""");
        }
    }

    private static void Check(double year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new QaException($"The clock goes from {FirstYear} to {LastYear}.");
        }
    }
}
