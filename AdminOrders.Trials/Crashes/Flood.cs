using System.Collections.Concurrent;
using System.Diagnostics;

namespace AdminOrders.Trials.Crashes;

/// <summary>Puts commands on a server from several senders at once, each waiting for its answer, until the server is gone.</summary>
/// <param name="beside">What else is sent meanwhile, until it is told that the flood is over; null: nothing.</param>
internal sealed class Flood(CommandClient client, ConcurrentQueue<PlayedOrder> orders, Func<Func<bool>, Task>? beside = null)
{
    // More than one commit takes: while it is written and answered, the next wait inside the server.
    private const int Senders = 96;
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> faults = new();
    private long firstAnswerAt;
    private int sent;
    private int answered;
    private int cutOff;
    private int underWay;
    private volatile bool isOver;
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When the first command has been answered.</summary>
    public Task FirstAnswer => first.Task;

    public int Sent => sent;

    public int Answered => answered;

    /// <summary>How many commands had arrived at the server and were never answered.</summary>
    public int CutOff => cutOff;

    /// <summary>What the server answered and must not.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>From the first answer to the end.</summary>
    public TimeSpan Length { get; private set; }

    /// <summary>Whether a command has arrived at the server that is not answered yet.</summary>
    public bool IsUnderWay => Volatile.Read(ref underWay) > 0;

    /// <summary>When the next command has arrived at the server.</summary>
    public Task NextArrival()
    {
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref arrival, next);
        return isOver ? Task.CompletedTask : next.Task;
    }

    /// <summary>Sends until the server goes away or the orders come to an end.</summary>
    public async Task Run()
    {
        var sentBeside = beside?.Invoke(() => isOver) ?? Task.CompletedTask;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(Play)));
        // Orders may come to an end before the server does: nobody waits for an arrival after that.
        isOver = true;
        Length = firstAnswerAt == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(firstAnswerAt);
        first.TrySetResult();
        Volatile.Read(ref arrival).TrySetResult();
        await sentBeside;
    }

    private async Task Play()
    {
        while (!isOver && orders.TryDequeue(out var order))
        {
            while (order.Next is { } step && await Send(order, step))
            {
            }

            if (order.Next is not null)
            {
                orders.Enqueue(order);
            }
        }
    }

    // False: nothing more can be sent to this order by this server.
    private async Task<bool> Send(PlayedOrder order, Step step)
    {
        if (isOver)
        {
            return false;
        }

        order.Sent(step);
        Interlocked.Increment(ref sent);
        var hasArrived = false;
        var answer = await client.Send(order.OrderId, step, () =>
        {
            hasArrived = true;
            Interlocked.Increment(ref underWay);
            Volatile.Read(ref arrival).TrySetResult();
        });
        Interlocked.Add(ref underWay, hasArrived ? -1 : 0);
        if (answer is null)
        {
            isOver = true;
            Interlocked.Add(ref cutOff, hasArrived ? 1 : 0);
            return false;
        }

        Count();
        if (answer is not { Decision: "accepted", Receipt: { } receipt })
        {
            isOver = true;
            faults.Enqueue($"{order.OrderId}: {step.Kind} was answered {answer}");
            return false;
        }

        order.Answered(receipt.Receipt);
        return true;
    }

    private void Count()
    {
        if (Interlocked.Increment(ref answered) == 1)
        {
            firstAnswerAt = Stopwatch.GetTimestamp();
            first.TrySetResult();
        }
    }
}
