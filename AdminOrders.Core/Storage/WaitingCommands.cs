using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The commands that wait for the writer. What documents tell waits behind what people and channels do, so that nobody who cancels an
/// order waits for an import.
/// </summary>
internal sealed class WaitingCommands(ChannelReader<QueuedCommand> arriving)
{
    // Beyond that they wait in the channel, and their senders with them.
    private const int Most = 8_192;

    private readonly Queue<QueuedCommand> commands = [];
    private readonly Queue<QueuedCommand> documents = [];

    /// <summary>Waits for a command; false: none will come.</summary>
    public ValueTask<bool> Wait() => commands.Count + documents.Count > 0 ? new(true) : arriving.WaitToReadAsync();

    public bool TryTakeCommand([NotNullWhen(true)] out QueuedCommand? command)
    {
        while (commands.Count + documents.Count < Most && arriving.TryRead(out var arrived))
        {
            (arrived.Request.Command is RecordImportedState ? documents : commands).Enqueue(arrived);
        }

        return commands.TryDequeue(out command);
    }

    public bool TryTakeDocument([NotNullWhen(true)] out QueuedCommand? command) => documents.TryDequeue(out command);
}
