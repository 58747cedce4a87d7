using System.IO.Pipelines;
using System.Text.Json;

namespace AdminOrders.Core.Sample;

/// <summary>Order documents made up for trying things out: the same number, seed and day give the same bytes.</summary>
public static class OrderDocuments
{
    private const int BytesPerFlush = 64 * 1024;

    /// <summary>
    /// The documents as a file of one per line, made while it is read. Orders are placed in the 90 days before <paramref name="day"/>;
    /// each thousand of them shows every stage, every open status and every side that cancels. As in a channel's own file the oldest come first.
    /// </summary>
    public static Stream Open(int orders, int seed, DateOnly day, CancellationToken cancellationToken = default)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 16 * BytesPerFlush, resumeWriterThreshold: 8 * BytesPerFlush));
        _ = Task.Run(() => Fill(pipe.Writer, orders, seed, day, cancellationToken), CancellationToken.None);
        return pipe.Reader.AsStream();
    }

    // Whatever goes wrong reaches the reader of the pipe, which is who waits for the documents.
    private static async Task Fill(PipeWriter target, int orders, int seed, DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            await Write(target, orders, seed, day, cancellationToken);
            await target.CompleteAsync();
        }
        catch (Exception exception)
        {
            await target.CompleteAsync(exception);
        }
    }

    private static async Task Write(PipeWriter target, int orders, int seed, DateOnly day, CancellationToken cancellationToken)
    {
        var today = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        await using var json = new Utf8JsonWriter(target);
        foreach (var (place, number) in OldestFirst(orders, seed, today).Index())
        {
            SampleDocument.Write(json, SampleDraw.Order(seed, number, place, today));
            json.Flush();
            json.Reset();
            target.GetSpan(1)[0] = (byte)'\n';
            target.Advance(1);
            if (target.UnflushedBytes > BytesPerFlush && (await target.FlushAsync(cancellationToken)).IsCompleted)
            {
                return;
            }
        }

        await target.FlushAsync(cancellationToken);
    }

    /// <summary>The numbers of the orders by the time at which they were placed, whatever the day. Twelve bytes an order are kept; each is drawn twice, which costs less than keeping it.</summary>
    internal static int[] OldestFirst(int orders, int seed, DateTimeOffset today)
    {
        var numbers = Enumerable.Range(0, orders).ToArray();
        var placed = new long[orders];
        Parallel.For(0, orders, number => placed[number] = SampleDraw.Order(seed, number, place: 0, today).CreatedAt.UtcTicks);
        Array.Sort(placed, numbers);
        return numbers;
    }
}
