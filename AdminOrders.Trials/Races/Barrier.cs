using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;

namespace AdminOrders.Trials.Races;

/// <summary>
/// Where both parties wait for each other before a round. The first of them says when both begin: an instant just ahead, in ticks of
/// <see cref="Stopwatch"/>, which the processes of one machine share.
/// </summary>
internal sealed class Barrier : IDisposable
{
    private const int MessageSize = 2 * sizeof(long);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Notice = TimeSpan.FromMicroseconds(150);
    private readonly byte[] message = new byte[MessageSize];
    private readonly Socket peer;

    private Barrier(Socket peer)
    {
        this.peer = peer;
        (peer.ReceiveTimeout, peer.SendTimeout) = ((int)Patience.TotalMilliseconds, (int)Patience.TotalMilliseconds);
    }

    /// <summary>The first party's end; it waits for the other to come.</summary>
    /// <exception cref="OperationCanceledException">The other did not come.</exception>
    public static async Task<Barrier> Listen(string path)
    {
        using var door = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        door.Bind(new UnixDomainSocketEndPoint(path));
        door.Listen();
        using var patience = new CancellationTokenSource(Patience);
        return new(await door.AcceptAsync(patience.Token));
    }

    /// <summary>The other party's end.</summary>
    /// <exception cref="SocketException">The first did not come.</exception>
    public static async Task<Barrier> Connect(string path)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var other = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await other.ConnectAsync(new UnixDomainSocketEndPoint(path));
                return new(other);
            }
            catch (SocketException) when (Stopwatch.GetElapsedTime(began) < Patience)
            {
                other.Dispose();
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
        }
    }

    /// <summary>The first party: waits for the other, then opens.</summary>
    /// <param name="handicap">How much later the first party begins than the other; the other is told.</param>
    public Opening Open(TimeSpan handicap)
    {
        Receive();
        var opening = new Opening(Stopwatch.GetTimestamp() + Opening.Ticks(Notice), handicap);
        BinaryPrimitives.WriteInt64LittleEndian(message, opening.Timestamp);
        BinaryPrimitives.WriteInt64LittleEndian(message.AsSpan(sizeof(long)), handicap.Ticks);
        peer.Send(message);
        return opening;
    }

    /// <summary>The other party: says that it is there and waits for the opening.</summary>
    public Opening Arrive()
    {
        peer.Send(message);
        Receive();
        return new(
            BinaryPrimitives.ReadInt64LittleEndian(message), TimeSpan.FromTicks(BinaryPrimitives.ReadInt64LittleEndian(message.AsSpan(sizeof(long)))));
    }

    public void Dispose() => peer.Dispose();

    private void Receive()
    {
        for (var received = 0; received < MessageSize;)
        {
            var more = peer.Receive(message, received, MessageSize - received, SocketFlags.None);
            received += more > 0 ? more : throw new EndOfStreamException("The other party has gone.");
        }
    }
}

/// <summary>When a round begins.</summary>
/// <param name="Timestamp">As <see cref="Stopwatch.GetTimestamp"/> counts.</param>
/// <param name="Handicap">How much later the first party begins than the other; negative: the other begins later.</param>
internal sealed record Opening(long Timestamp, TimeSpan Handicap)
{
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(2);

    public static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);

    /// <summary>How long after the opening the party begins.</summary>
    public TimeSpan WaitOf(Corner corner) => (corner is Corner.One ? Handicap : -Handicap) is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    /// <summary>Returns so long after the opening, more exactly than a timer would.</summary>
    public void Wait(TimeSpan after)
    {
        var until = Timestamp + Ticks(after);
        var spin = default(SpinWait);
        while (Stopwatch.GetTimestamp() is var now && now < until)
        {
            spin.SpinOnce(until - now > Ticks(Nap) ? 1 : -1);
        }
    }
}

/// <summary>The two places in a race.</summary>
internal enum Corner
{
    One,
    Other,
}
