using System.Globalization;

namespace AdminOrders.Trials.Crashes;

/// <summary>What all lanes have counted.</summary>
internal sealed class CrashFigures
{
    /// <summary>Commands a second; with fewer a kill proves little.</summary>
    public const double LeastRate = 200;

    /// <summary>The share of kills that has to hit a command between its arrival and its answer.</summary>
    public const double LeastShareInFlight = 0.9;

    // Of fewer rounds a share says nothing.
    private const int FewestRounds = 20;

    private readonly Lock gate = new();
    private readonly List<string> faults = [];
    private readonly List<TimeSpan> restarts = [];
    private TimeSpan flooded;

    public int Rounds { get; private set; }

    public int Sent { get; private set; }

    public int Answered { get; private set; }

    /// <summary>Commands that had arrived at the server and were never answered.</summary>
    public int CutOff { get; private set; }

    /// <summary>Kills that hit between a command's arrival and its answer.</summary>
    public int HitInFlight { get; private set; }

    /// <summary>Commands that were not answered and were done all the same.</summary>
    public int DoneUnanswered { get; private set; }

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public int MailsDone { get; private set; }

    public int MailsOwed { get; private set; }

    public int PaymentsDone { get; private set; }

    public int PaymentsOwed { get; private set; }

    public int ChannelsDone { get; private set; }

    public int ChannelsOwed { get; private set; }

    public int SellersDone { get; private set; }

    public int SellersOwed { get; private set; }

    /// <summary>Notifications that a server has said it has.</summary>
    public int Notified { get; private set; }

    /// <summary>Orders that were sold on Amazon and came in.</summary>
    public int SalesHere { get; private set; }

    /// <summary>Those of them that were canceled there.</summary>
    public int SalesCanceled { get; private set; }

    /// <summary>What must not be, in words.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (gate)
            {
                return [.. faults];
            }
        }
    }

    /// <summary>Commands a second while they were put on, per server.</summary>
    public double Rate => flooded == TimeSpan.Zero ? 0 : Answered / flooded.TotalSeconds;

    /// <summary>0 to 1.</summary>
    public double ShareInFlight => Rounds == 0 ? 0 : HitInFlight / (double)Rounds;

    /// <summary>Limits of the trial itself that were missed, in words; none is asked of a few rounds.</summary>
    public IReadOnlyList<string> Missed => Rounds < FewestRounds ? [] :
    [
        .. Rate < LeastRate ? [string.Create(CultureInfo.InvariantCulture, $"{Rate:0} commands a second, fewer than {LeastRate:0}")] : Array.Empty<string>(),
        .. ShareInFlight < LeastShareInFlight
            ? [string.Create(CultureInfo.InvariantCulture, $"{ShareInFlight:P1} of the kills hit a command in flight, less than {LeastShareInFlight:P0}")]
            : Array.Empty<string>(),
    ];

    public void Killed(Flood flood)
    {
        lock (gate)
        {
            Rounds++;
            Sent += flood.Sent;
            Answered += flood.Answered;
            CutOff += flood.CutOff;
            HitInFlight += flood.CutOff > 0 ? 1 : 0;
            flooded += flood.Length;
            faults.AddRange(flood.Faults);
        }
    }

    public void Restarted(TimeSpan took)
    {
        lock (gate)
        {
            restarts.Add(took);
        }
    }

    public void Found(Found found)
    {
        lock (gate)
        {
            DoneUnanswered += found.Done.Count;
            Lost += found.Lost;
            Doubled += found.Doubled;
            faults.AddRange(found.Faults);
        }
    }

    /// <summary>A lane is over.</summary>
    /// <param name="notified">Notifications that were acknowledged.</param>
    public void Ended(Found found, int notified, FoundSales sales)
    {
        Found(found);
        lock (gate)
        {
            MailsDone += found.MailsDone;
            MailsOwed += found.MailsOwed;
            PaymentsDone += found.PaymentsDone;
            PaymentsOwed += found.PaymentsOwed;
            ChannelsDone += found.ChannelsDone;
            ChannelsOwed += found.ChannelsOwed;
            SellersDone += found.SellersDone;
            SellersOwed += found.SellersOwed;
            Notified += notified;
            SalesHere += sales.Here;
            SalesCanceled += sales.Canceled;
        }
    }

    public void Fault(string what)
    {
        lock (gate)
        {
            faults.Add(what);
        }
    }

    /// <summary>A line for each figure.</summary>
    public override string ToString()
    {
        lock (gate)
        {
            restarts.Sort();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                rounds                        {Rounds}
                commands sent, answered       {Sent}, {Answered}
                commands a second             {Rate:0} while they were put on
                kills in flight               {HitInFlight} ({ShareInFlight:P1}), {CutOff} commands between arrival and answer
                of these done all the same    {DoneUnanswered}
                lost, doubled                 {Lost}, {Doubled}
                mails done, still owed        {MailsDone}, {MailsOwed}
                payments done, still owed     {PaymentsDone}, {PaymentsOwed}
                Amazon told, still to tell    {ChannelsDone}, {ChannelsOwed}
                sellers told, still to tell   {SellersDone}, {SellersOwed}
                notifications acknowledged    {Notified}
                came from Amazon, canceled    {SalesHere}, {SalesCanceled}
                restart                       {Restart(0.5):0} ms median, {Restart(1):0} ms longest
                faults                        {faults.Count}
                """);
        }
    }

    private double Restart(double share) => restarts.Count == 0 ? 0 : restarts[(int)((restarts.Count - 1) * share)].TotalMilliseconds;
}
