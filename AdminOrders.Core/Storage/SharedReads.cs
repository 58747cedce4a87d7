namespace AdminOrders.Core.Storage;

/// <summary>
/// Reads once what many ask while nobody, in whichever process, has committed anything: hundreds of open pages that show the same follow the store by the reads of
/// one. Where the engine has no <see cref="StoreSource.Pulse"/>, everybody reads.
/// </summary>
internal sealed class SharedReads<T>(StoreSource source)
{
    private const int Most = 1_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<T>> answers = new(StringComparer.Ordinal);
    private long? moment;

    /// <summary>What <paramref name="read"/> reads, or read for somebody else since the last commit.</summary>
    /// <param name="question">The same for whoever asks the same.</param>
    /// <param name="read">Is not stopped by who stops waiting.</param>
    public Task<T> Ask(string question, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        // Taken before anything is read: what is committed in between is read, and read once more for who asks next.
        if (source.Pulse() is not { } pulse)
        {
            return read();
        }

        var (answer, asked) = Find(pulse, question);
        if (asked is not null)
        {
            _ = Read(read, asked);
        }

        return answer.WaitAsync(cancellationToken);
    }

    // Who is the first to ask reads, on its own thread: what the engine answers at once is there at once.
    private static async Task Read(Func<Task<T>> read, TaskCompletionSource<T> asked)
    {
        try
        {
            asked.SetResult(await read());
        }
        catch (Exception failure)
        {
            asked.SetException(failure);
        }
    }

    private (Task<T> Answer, TaskCompletionSource<T>? Asked) Find(long pulse, string question)
    {
        lock (gate)
        {
            if (moment != pulse)
            {
                answers.Clear();
                moment = pulse;
            }

            if (answers.TryGetValue(question, out var known) && !known.IsFaulted)
            {
                return (known, null);
            }

            var asked = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (answers.Count < Most)
            {
                answers[question] = asked.Task;
            }

            return (asked.Task, asked);
        }
    }
}
