namespace AdminOrders.Core.Storage;

/// <summary>
/// Which of the waiting commands share a commit: up to 64, or, as long as only documents wait, as many as are written in
/// about a tenth of a second. That is also the longest that somebody who cancels an order waits for an import: when nobody has done anything but
/// import for a while, batches take three times as long, and the first who does waits once that long.
/// </summary>
internal sealed class Batch(WaitingCommands waiting, int mostDocuments)
{
    private const int MostCommands = 64;
    private static readonly TimeSpan LongestBesideOthers = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestAlone = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan UntilAlone = TimeSpan.FromSeconds(3);

    private int documents = MostCommands;
    private int commands;
    private TimeSpan withoutOthers;

    public List<QueuedCommand> Commands { get; } = new(mostDocuments);

    /// <summary>Whether it is one of many documents, with nobody else's command among them.</summary>
    public bool IsOfDocuments => commands == 0 && Commands.Count >= MostCommands;

    /// <summary>Takes everything that waits and fits.</summary>
    public void Begin()
    {
        Commands.Clear();
        commands = 0;
        while (TakeNext())
        {
        }
    }

    /// <summary>Takes one more; false: none waits, or the batch is full.</summary>
    public bool TakeNext()
    {
        if (commands < MostCommands && waiting.TryTakeCommand(out var next))
        {
            commands++;
        }
        else if (Commands.Count >= (commands > 0 ? MostCommands : documents) || !waiting.TryTakeDocument(out next))
        {
            return false;
        }

        Commands.Add(next);
        return true;
    }

    /// <summary>How long the batch took, and whether another process has written before it: the next one of documents is to take as long as it may.</summary>
    public void Learn(TimeSpan taken, bool othersWrote)
    {
        withoutOthers = commands > 0 || othersWrote ? TimeSpan.Zero : withoutOthers + taken;
        if (commands == 0 && Commands.Count >= documents / 2)
        {
            var longest = withoutOthers < UntilAlone ? LongestBesideOthers : LongestAlone;
            var fitting = Commands.Count * (longest / (taken > TimeSpan.Zero ? taken : longest));
            documents = (int)Math.Clamp(fitting, MostCommands, Math.Min(2 * documents, mostDocuments));
        }
    }
}
