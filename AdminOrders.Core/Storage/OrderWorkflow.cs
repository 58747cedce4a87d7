using System.Threading.Channels;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Storage.Channels;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>One command for one order, and who sends it.</summary>
/// <param name="OrderId">The order's id as its channel writes it.</param>
public sealed record OrderRequest(string OrderId, OrderCommand Command, Actor Actor)
{
    /// <summary>
    /// Fingerprint of the preview that the sender saw (<see cref="Preview.Fingerprint"/>); when what would happen is no longer that,
    /// the command is refused with <see cref="Refusal.ChangedMeanwhile"/> and nothing is written. Null: not asked.
    /// </summary>
    public string? ExpectedPreview { get; init; }

    /// <summary>
    /// The version that the sender saw: on another one the command is refused with <see cref="Refusal.ChangedMeanwhile"/>, unless nothing
    /// would change anyway. On a requested order, cancel of the version that is requested confirms. Null: not asked.
    /// </summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>The call of the API that brings the command; null: it came another way.</summary>
    public Post? Post { get; init; }

    /// <summary>What a channel said, where the command was made of that; null: it came another way.</summary>
    public ChannelSight? Sight { get; init; }

    /// <summary>The order of a bulk job that it is sent for, to have the outcome recorded there; null: it came another way.</summary>
    public BulkItemRef? Item { get; init; }
}

/// <summary>What a sender is told.</summary>
/// <param name="Decision">Accepted, unchanged or refused.</param>
/// <param name="Status">The order's raw status now.</param>
/// <param name="Version">The order's version now.</param>
public sealed record Answer(Decision Decision, string Status, long Version)
{
    /// <summary>Receipt (history id, 32 hex digits) and instant of what the answer says; null where nothing established it.</summary>
    public EarlierAnswer? Receipt { get; init; }

    /// <summary>The last thing that happened to the order: who, what, when. Told to the loser of a race.</summary>
    public LastChange? LastChange { get; init; }
}

/// <summary>Who did what and when.</summary>
/// <param name="Kind">The event's kind, as in the history.</param>
public sealed record LastChange(string Kind, Side Side, string ActorName, DateTimeOffset At, string Status);

/// <summary>The one way to change an order. Commands wait in a queue for the one writer of this process.</summary>
public sealed class OrderWorkflow : IAsyncDisposable
{
    private const int LongestQueue = 1024;
    private readonly Channel<QueuedCommand> queue = Channel.CreateBounded<QueuedCommand>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Lock starting = new();
    private readonly KeysInFlight keys = new();
    private readonly AnsweredPosts answered = new();
    private readonly StoreSource source;
    private readonly PolicySetting policy;
    private readonly TimeProvider time;
    private readonly BatchWriter writer;
    private volatile Task? writing;

    public OrderWorkflow(StoreSource source, PolicySetting policy, OrderFeed feed, TimeProvider time, ILogger<OrderWorkflow> logger)
    {
        (this.source, this.policy, this.time) = (source, policy, time);
        writer = new(new WaitingCommands(queue.Reader), source, policy, answered, time, logger) { Committed = feed.Wake };
    }

    /// <summary>Queues the command and answers when it is committed, unchanged or refused. The token stops the waiting, never the work.</summary>
    public async Task<Answer> Send(OrderRequest request, CancellationToken cancellationToken = default)
    {
        if (request.Post is { Key: not null } post)
        {
            return await SendOnce(request, post, cancellationToken);
        }

        var command = await Enqueue(request, cancellationToken);
        return await command.Answer.WaitAsync(cancellationToken);
    }

    /// <summary>The answer to that call has been written completely: its sender may have read it.</summary>
    public void AnswerWritten(Post post) => answered.Add(post.Id, time.GetUtcNow());

    /// <summary>What the command would do now, due timers applied first; null for an unknown order. Writes nothing.</summary>
    public Task<OrderPreview?> Preview(string orderId, OrderCommand command, Actor actor, CancellationToken cancellationToken = default) =>
        Preview(new OrderRequest(orderId, command, actor), cancellationToken);

    /// <summary>The same of a call of the API: a second call to cancel may confirm.</summary>
    public async Task<OrderPreview?> Preview(OrderRequest request, CancellationToken cancellationToken = default)
    {
        if (await Read(request, cancellationToken) is not ({ } facts, var record))
        {
            return null;
        }

        var (now, inForce) = (time.GetUtcNow(), await policy.Read(cancellationToken));
        var considered = Rules.Consider(facts, request.Command, request.Actor, now, inForce);
        var decision = record is null
            ? considered.Decision
            : new PostPreview(request, record, answered, now).Decide(considered.Due.Facts, considered.Decision, inForce);
        return new(considered.Due.Facts, decision, Rules.Preview(decision, considered.Due.Facts, inForce));
    }

    /// <summary>The order's facts as they are stored, without the timers that are due; null for an unknown order.</summary>
    public async Task<OrderFacts?> Facts(string orderId, CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        return new FactsReader(reading.Reads).Load(orderId)?.Facts;
    }

    /// <summary>Calls after each commit of this process, on the writer's own time: quickly, and without throwing.</summary>
    internal void WhenCommitted(Action then) => writer.Committed += then;

    /// <summary>Takes no more commands and finishes those that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (writing is { } running)
        {
            await running;
        }
    }

    private async Task<(OrderFacts? Facts, PostRecord? Record)> Read(OrderRequest request, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        return (new FactsReader(reading.Reads).Load(request.OrderId)?.Facts, request.Post is { } post ? PostLedger.Read(reading.Reads, request.OrderId, post) : null);
    }

    // The key is free again when the work is done, whether or not its sender still waits.
    private async Task<Answer> SendOnce(OrderRequest request, Post post, CancellationToken cancellationToken)
    {
        if (keys.Begin(post) is { } refused)
        {
            return new(refused, "", 0);
        }

        var work = Work();
        return await work.WaitAsync(cancellationToken);

        async Task<Answer> Work()
        {
            try
            {
                var command = await Enqueue(request, cancellationToken);
                return await command.Answer;
            }
            finally
            {
                keys.End(post);
            }
        }
    }

    private async Task<QueuedCommand> Enqueue(OrderRequest request, CancellationToken cancellationToken)
    {
        Start();
        var command = new QueuedCommand(request);
        await queue.Writer.WriteAsync(command, cancellationToken);
        return command;
    }

    // A writer that died with its broken connection is followed by another: nobody waits for ever.
    private void Start()
    {
        if (writing is null or { IsFaulted: true })
        {
            lock (starting)
            {
                writing = writing is null or { IsFaulted: true } ? Task.Run(writer.Run) : writing;
            }
        }
    }
}
