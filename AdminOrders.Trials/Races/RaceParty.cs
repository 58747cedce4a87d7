using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Trials.Races;

/// <summary>
/// One party of the races, in a process of its own. It reads races from standard input, a line each, runs their rounds against the other
/// party and prints what it was told, a line a round.
/// </summary>
internal sealed class RaceParty : IAsyncDisposable
{
    private const long VersionBefore = 1;
    private const int LongestStreak = 32;
    private static readonly TimeSpan Jitter = TimeSpan.FromMicroseconds(150);
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(20);
    private static readonly TimeSpan LargestHandicap = TimeSpan.FromMilliseconds(100);
    private readonly PartySetup setup;
    private readonly RoundClock clock;
    private readonly TrialStore store;
    private readonly Barrier barrier;
    private TimeSpan handicap;
    private int streak;

    private RaceParty(PartySetup setup, Barrier barrier)
    {
        (this.setup, this.barrier, clock) = (setup, barrier, new RoundClock());
        store = new TrialStore(setup.Store, clock);
    }

    /// <summary>Opens the store and waits for the other party.</summary>
    public static async Task<RaceParty> Join(PartySetup setup) =>
        new(setup, setup.Corner is Corner.One ? await Barrier.Listen(setup.Meeting) : await Barrier.Connect(setup.Meeting));

    /// <summary>Runs until standard input ends.</summary>
    public async Task Run(TextReader races, TextWriter told)
    {
        while (await races.ReadLineAsync() is { } line)
        {
            var race = JsonSerializer.Deserialize(line, RaceJson.Default.Race)!;
            var answers = new List<Told>(race.Rounds);
            for (var round = 0; round < race.Rounds; round++)
            {
                answers.Add(await Meet(race, round));
            }

            foreach (var answer in answers)
            {
                await told.WriteLineAsync(JsonSerializer.Serialize(answer, RaceJson.Default.Told));
            }

            await told.FlushAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        barrier.Dispose();
        await store.DisposeAsync();
    }

    private async Task<Told> Meet(Race race, int round)
    {
        var pair = race.Pair;
        var meeting = race.Meeting(round);
        var request = new OrderRequest(meeting.OrderId, pair[setup.Corner].Command(meeting), pair[setup.Corner].Actor);
        var opening = setup.Corner is Corner.One ? barrier.Open(handicap) : barrier.Arrive();
        clock.Set(meeting.Due - opening.WaitOf(Corner.Other), opening.Timestamp);
        opening.Wait(opening.WaitOf(setup.Corner) + (Jitter * Random.Shared.NextDouble()));
        var (told, cameFirst) = await Send(round, request);
        Balance(cameFirst);
        return told;
    }

    // Who comes first again and again is held back more and more: how long a party takes differs with machine and load, from a tenth of a millisecond to many.
    private void Balance(bool cameFirst)
    {
        streak = cameFirst ? Math.Max(streak, 0) + 1 : Math.Min(streak, 0) - 1;
        handicap = Clamped(handicap + (Step * Math.Clamp(streak, -LongestStreak, LongestStreak)));
    }

    private static TimeSpan Clamped(TimeSpan handicap) =>
        handicap > LargestHandicap ? LargestHandicap : handicap < -LargestHandicap ? -LargestHandicap : handicap;

    private async Task<(Told Told, bool CameFirst)> Send(int round, OrderRequest request)
    {
        try
        {
            var answer = await store.Workflow.Send(request);
            var after = answer.Decision is Refused ? await store.Workflow.Facts(request.OrderId) : null;
            var first = answer.Decision is Accepted accepted && answer.Version == VersionBefore + accepted.Events.Length;
            return (Told.Of(round, answer, after), first);
        }
        catch (Exception failure)
        {
            return (Told.Failed(round, failure), CameFirst: false);
        }
    }
}

/// <summary>What a party has to know before the first race.</summary>
/// <param name="Meeting">The path of the socket at which the parties meet.</param>
internal sealed record PartySetup(Corner Corner, string Meeting, StoreAddress Store);

/// <summary>So many rounds of one pair, each on an order of its own.</summary>
/// <param name="PairName">As in <see cref="Pairs.All"/>.</param>
/// <param name="Prefix">Of the orders' ids.</param>
/// <param name="Beginning">Before the first round.</param>
internal sealed record Race(string PairName, string Prefix, int Rounds, DateTimeOffset Beginning)
{
    [JsonIgnore]
    public Pair Pair => Pairs.All.Single(pair => pair.Name == PairName);

    public Meeting Meeting(int round) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{round:0000}"), Beginning, RoundClock.Due(Beginning, round));
}
